using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>A poll to prepare.</summary>
public sealed record PollPrepared(
    string Title, IReadOnlyList<PollPrepared.ProjectGiven> Projects, PollTerms Terms, PersonId ChiefScrutineer, IReadOnlyList<PersonId> Scrutineers) : ActRequest
{
    /// <summary>A candidate project (LIV-11).</summary>
    public sealed record ProjectGiven(
        ProjectId Id, string Title, [MaxText(TextLimits.Body)] string Content, string Location, long InvestmentYuan, string FundingSource, BodyId ResponsibleUnit, LocalDate FinishBy);
}

/// <summary>The session adopts its voting measure.</summary>
public sealed record RulesAdopted(DecisionGiven Decision) : ActRequest;

/// <summary>A deputy signs in, or is signed in at the door.</summary>
/// <param name="Deputy">Who; null: whoever is signed in.</param>
public sealed record DeputyPresent(PersonId? Deputy = null) : ActRequest;

/// <summary>The result is made known.</summary>
public sealed record ResultMadeKnown(Announcement How, string? DocumentNumber = null) : ActRequest;

/// <summary>The poll is declared void.</summary>
public sealed record PollVoided(VoidGround Ground, [MaxText(TextLimits.Body)] string Reason, DecisionGiven Decision) : ActRequest;

/// <summary>A ballot. Its printed form shows nothing of it.</summary>
/// <param name="Marks">The mark of each project: <c>for</c>, <c>against</c>, <c>abstain</c>. One left out is an abstention.</param>
public sealed record BallotCast(IReadOnlyDictionary<string, string> Marks)
{
    /// <summary>Never the marks (DUTY-09).</summary>
    public override string ToString() => "(ballot)";
}
