using System.Text.Json.Serialization;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What has happened to a project.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ProjectAdopted), "project.adopted.v1")]
[JsonDerivedType(typeof(ProjectChanged), "project.changed.v1")]
[JsonDerivedType(typeof(ProjectTerminated), "project.terminated.v1")]
public abstract record ProjectEvent
{
    private ProjectEvent() { }

    /// <summary>The congress adopted it.</summary>
    /// <param name="Congress">The congress.</param>
    /// <param name="Poll">The poll that adopted it.</param>
    /// <param name="Contents">What was voted on.</param>
    /// <param name="Votes">With which votes.</param>
    public sealed record ProjectAdopted(CongressId Congress, PollId Poll, CandidateProject Contents, AdoptedVotes Votes) : ProjectEvent;

    /// <summary>What is to be done was changed with approval.</summary>
    /// <param name="Contents">What is to be done from now on.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The approval.</param>
    public sealed record ProjectChanged(CandidateProject Contents, OfficialText Reason, Decision Decision) : ProjectEvent;

    /// <summary>It was terminated with approval.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The approval.</param>
    public sealed record ProjectTerminated(OfficialText Reason, Decision Decision) : ProjectEvent;
}
