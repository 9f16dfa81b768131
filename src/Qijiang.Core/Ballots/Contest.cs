namespace Qijiang.Core.Ballots;

/// <summary>One question of a ballot: mark at least so many and at most so many of these options.</summary>
/// <param name="Id">Its id within the frame.</param>
/// <param name="OptionIds">The options, in the order of the ballot.</param>
/// <param name="Min">The fewest marks; 0 where a blank is an abstention (LIV-16).</param>
/// <param name="Max">The most marks.</param>
public sealed record Contest(string Id, ValueList<string> OptionIds, int Min, int Max);
