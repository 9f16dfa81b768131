namespace Qijiang.Benchmarks.Measuring;

/// <summary>A candidate's rate over the baseline's, round by round.</summary>
internal sealed record Ratio(double Median, double Min, double Max)
{
    /// <summary>The ratio of two sets of rounds that took turns.</summary>
    public static Ratio Of(double[] candidate, double[] baseline)
    {
        var ratios = candidate.Zip(baseline, (c, b) => c / b).ToArray();
        return new(MedianOf(ratios), ratios.Min(), ratios.Max());
    }

    /// <summary>The middle one; of an even number, the mean of the two in the middle.</summary>
    public static double MedianOf(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
