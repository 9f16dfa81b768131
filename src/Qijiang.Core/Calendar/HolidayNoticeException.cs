using System.Collections.Immutable;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>Holiday notices that can't be used. All that is wrong is named at once, by file, entry and field.</summary>
/// <param name="findings">What is wrong; at least one.</param>
public sealed class HolidayNoticeException(ImmutableArray<DataFinding> findings) : Exception(string.Join('\n', findings))
{
    /// <summary>What is wrong.</summary>
    public ImmutableArray<DataFinding> Findings { get; } = findings;
}
