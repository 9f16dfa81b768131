using System.Collections.Concurrent;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>The driver's own account of what was acknowledged, kept apart from the back end that it is compared with.</summary>
internal sealed class YearLedger
{
    /// <summary>By number: the opinion that it belongs to.</summary>
    public ConcurrentDictionary<string, YearOpinion> Opinions { get; } = new(StringComparer.Ordinal);

    /// <summary>By the opinion's index: its number.</summary>
    public ConcurrentDictionary<int, string> Numbers { get; } = new();

    /// <summary>By the suggestion's index: its id.</summary>
    public ConcurrentDictionary<int, string> Suggestions { get; } = new();

    public void Received(YearOpinion opinion, string number)
    {
        Numbers[opinion.Index] = number;
        Opinions[number] = opinion;
    }
}
