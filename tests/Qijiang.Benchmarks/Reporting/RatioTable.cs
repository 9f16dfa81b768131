using System.Globalization;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Reporting;

/// <summary>The table of ratios: what, goal, ratio, pass or missed.</summary>
internal sealed class RatioTable
{
    /// <summary>The table so far.</summary>
    public Table Table { get; } = new("what", "goal", "ratio (median)", "min–max", "result", "calls a second: candidate / baseline");

    /// <summary>Adds a ratio.</summary>
    /// <param name="what">What against what.</param>
    /// <param name="goal">At least so much; null: no goal is set.</param>
    /// <param name="candidate">The candidate's rates, by round.</param>
    /// <param name="baseline">The baseline's.</param>
    public void Add(string what, double? goal, double[] candidate, double[] baseline)
    {
        var ratio = Ratio.Of(candidate, baseline);
        Table.Add(
            what,
            goal is { } least ? $"≥ {Two(least)}" : "–",
            Two(ratio.Median),
            $"{Two(ratio.Min)}–{Two(ratio.Max)}",
            goal is null ? "–" : ratio.Median >= goal ? "pass" : "**missed**",
            $"{Whole(Ratio.MedianOf(candidate))} / {Whole(Ratio.MedianOf(baseline))}");
    }

    private static string Two(double value) => value.ToString(value < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
