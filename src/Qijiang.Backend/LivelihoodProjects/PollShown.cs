using NodaTime;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>A poll as it is shown.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">The version of its record.</param>
/// <param name="State">The name of its state.</param>
/// <param name="Title">What the vote is called.</param>
/// <param name="Seats">How many projects are to be adopted.</param>
/// <param name="Projects">The candidate projects.</param>
/// <param name="Roll">Places on the roll; null until it is fixed.</param>
/// <param name="Present">Deputies who have signed in.</param>
/// <param name="Frame">The hash of the frozen frame; null until the poll opens.</param>
/// <param name="Cast">Ballots in the box; null until the poll opens.</param>
/// <param name="Result">The result; null until it is tallied.</param>
public sealed record PollShown(
    PollId Id, int Version, string State, string? Title, int Seats, IReadOnlyList<ProjectShown> Projects, int? Roll, int Present, string? Frame, int? Cast, ResultShown? Result)
{
    /// <summary>Where the ballots are cast (LIV-14b), in the reader's language; null until the session has adopted the poll's rules.</summary>
    public string? Venue { get; init; }
}

/// <summary>A candidate project.</summary>
public sealed record ProjectShown(
    ProjectId Id, string? Title, string? Content, string? Location, long InvestmentYuan, string? FundingSource, BodyId ResponsibleUnit, LocalDate FinishBy);

/// <summary>A result with everything that somebody needs to count again.</summary>
/// <param name="Outcome">Verdict, turnout, candidates, rules.</param>
/// <param name="Seal">The seal of the box.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="Explanation">Where the ballots were cast and the calculation, line by line, in the reader's language.</param>
/// <param name="AnnouncedAtTheSitting">Whether it was read out.</param>
/// <param name="PublicNotice">The number of the public notice.</param>
public sealed record ResultShown(PollOutcome Outcome, BoxSeal Seal, TallyCounts Counts, IReadOnlyList<string> Explanation, bool AnnouncedAtTheSitting, string? PublicNotice);
