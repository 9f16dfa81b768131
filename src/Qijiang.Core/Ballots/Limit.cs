namespace Qijiang.Core.Ballots;

/// <summary>A limit across contests: this option may be marked in at most so many of them. Used where the session caps the "for" marks (LIV-16).</summary>
/// <param name="ContestIds">The contests it holds together.</param>
/// <param name="OptionId">The option that is counted.</param>
/// <param name="Max">The most marks of it.</param>
public sealed record Limit(ValueList<string> ContestIds, string OptionId, int Max);
