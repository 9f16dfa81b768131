using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>What can be asked of a project.</summary>
public abstract record ProjectCommand
{
    private ProjectCommand() { }

    /// <summary>Who acts.</summary>
    public required Actor By { get; init; }

    /// <summary>The day of the act in law.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Enters a project on the adopted list once the result of its poll is announced; see <see cref="AdoptedList"/>.</summary>
    /// <param name="Project">The project.</param>
    /// <param name="Poll">The poll that adopted it.</param>
    public sealed record Adopt(ProjectId Project, Poll.Tallied Poll) : ProjectCommand;

    /// <summary>Changes what is to be done (重大变更), on the government's report and with approval (LIV-30).</summary>
    /// <param name="Contents">What is to be done from now on.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The approval.</param>
    public sealed record Change(CandidateProject Contents, OfficialText Reason, Decision Decision) : ProjectCommand;

    /// <summary>Terminates it (终止), on the government's report and with approval (LIV-30).</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The approval.</param>
    public sealed record Terminate(OfficialText Reason, Decision Decision) : ProjectCommand;
}
