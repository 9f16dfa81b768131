using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>What is put to the vote, and by which terms.</summary>
/// <param name="Congress">The congress.</param>
/// <param name="Poll">The poll.</param>
/// <param name="Title">What the vote is called.</param>
/// <param name="Candidates">The candidate projects, in the order of the ballot.</param>
/// <param name="Terms">What the session's measure sets.</param>
/// <param name="ChiefScrutineer">The chief scrutineer (总监票人; LIV-13).</param>
/// <param name="Scrutineers">The scrutineers (监票人), chosen from the deputies.</param>
/// <param name="ReVoteOf">The poll whose tie this one settles; null for a poll of its own.</param>
public sealed record PollPaper(
    CongressId Congress,
    PollId Poll,
    OfficialText Title,
    ValueList<CandidateProject> Candidates,
    PollTerms Terms,
    PersonId ChiefScrutineer,
    ValueList<PersonId> Scrutineers,
    PollId? ReVoteOf = null);
