using System.Globalization;

namespace Qijiang.Benchmarks.Measuring;

/// <summary>How long is measured. Baseline and candidate always have the same settings.</summary>
/// <param name="Rounds">How many rounds of each.</param>
/// <param name="Round">How long a round takes.</param>
/// <param name="WarmUp">How long each round runs before it counts.</param>
/// <param name="Samples">How many single times are taken, where times are what is measured.</param>
internal sealed record Settings(int Rounds, TimeSpan Round, TimeSpan WarmUp, int Samples)
{
    /// <summary>As docs/performance.md shows it.</summary>
    public static Settings Full { get; } = new(7, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.5), 1_000);

    /// <summary>To see that it runs.</summary>
    public static Settings Quick { get; } = new(2, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.1), 20);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rounds} rounds of {Round.TotalSeconds} s after {WarmUp.TotalSeconds} s");
}
