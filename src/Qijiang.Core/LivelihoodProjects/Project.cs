using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>A livelihood project from its adoption on (正式项目). The adopted list is a decision of the congress: the government may not edit it silently (LIV-30).</summary>
public abstract record Project
{
    private Project() { }

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotAdopted : Project;

    /// <summary>Adopted by vote, and to be carried out.</summary>
    /// <param name="Congress">The congress.</param>
    /// <param name="Poll">The poll that adopted it.</param>
    /// <param name="Contents">What is to be done: as voted on, or as changed since with approval.</param>
    /// <param name="Votes">With which votes it was adopted.</param>
    public sealed record Adopted(CongressId Congress, PollId Poll, CandidateProject Contents, AdoptedVotes Votes) : Project;

    /// <summary>Terminated with approval (终止).</summary>
    /// <param name="Last">As it was until then.</param>
    /// <param name="Decision">The approval.</param>
    public sealed record Terminated(Adopted Last, Decision Decision) : Project;
}

/// <summary>The votes by which a project was adopted.</summary>
/// <param name="For">Votes for it.</param>
/// <param name="AllDeputies">Of so many deputies.</param>
/// <param name="Needed">So many were needed; null in a re-vote, where the highest won.</param>
/// <param name="Rank">Its place by votes, the same for equal votes.</param>
public sealed record AdoptedVotes(int For, int AllDeputies, int? Needed, int Rank);
