namespace Qijiang.Backend.Ballots;

/// <summary>How far a vote is.</summary>
/// <param name="Roll">Places on the roll.</param>
/// <param name="Cast">Ballots in the box.</param>
/// <param name="Withdrawn">Rights withdrawn.</param>
public sealed record Participation(int Roll, int Cast, int Withdrawn);
