using System.Collections.Immutable;

namespace Qijiang.Core.Law;

/// <summary>Rule sets that can't be used. All that is wrong is named at once, by file, entry and field.</summary>
/// <param name="findings">What is wrong; at least one.</param>
public sealed class RuleSetException(ImmutableArray<DataFinding> findings) : Exception(string.Join('\n', findings))
{
    /// <summary>What is wrong.</summary>
    public ImmutableArray<DataFinding> Findings { get; } = findings;
}
