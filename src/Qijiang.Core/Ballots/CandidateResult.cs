namespace Qijiang.Core.Ballots;

/// <summary>What the count says of one candidate.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="For">Votes for it (赞成).</param>
/// <param name="Against">Votes against it (反对); null where the ballot has no such mark.</param>
/// <param name="Abstained">Valid ballots that say neither (弃权): marked so, or left blank.</param>
/// <param name="Rank">Its place by votes for it, the same for equal votes; null where it has not the majority.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record CandidateResult(string Candidate, int For, int? Against, int Abstained, int? Rank, Standing Standing);
