using System.Collections.Immutable;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>A reminder policy that can't be used. All that is wrong is named at once, by file, kind and step, and field.</summary>
/// <param name="findings">What is wrong; at least one.</param>
public sealed class ReminderPolicyException(ImmutableArray<DataFinding> findings) : Exception(string.Join('\n', findings))
{
    /// <summary>What is wrong.</summary>
    public ImmutableArray<DataFinding> Findings { get; } = findings;
}
