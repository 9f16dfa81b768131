using static Qijiang.Core.LivelihoodProjects.ProjectEvent;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The list of projects that a poll adopted (通过的项目名单).</summary>
public static class AdoptedList
{
    /// <summary>The adopted, most votes first; empty as long as the result has not been announced at the sitting.</summary>
    /// <param name="poll">The poll, counted.</param>
    public static ValueList<ProjectAdopted> Of(Poll.Tallied poll) => !poll.AtTheSitting ? [] : poll.Outcome.Adopted
        .Select(result => new ProjectAdopted(
            poll.Held.Paper.Congress,
            poll.Held.Paper.Poll,
            poll.Held.Paper.Candidates.First(candidate => candidate.Id.Value == result.Candidate),
            new(result.For, poll.Outcome.Turnout.AllDeputies, poll.Outcome.VotesNeeded, result.Rank!.Value)))
        .ToValueList();
}
