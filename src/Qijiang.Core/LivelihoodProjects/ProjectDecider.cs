using System.Diagnostics;
using static Qijiang.Core.LivelihoodProjects.Project;
using static Qijiang.Core.LivelihoodProjects.ProjectCommand;
using static Qijiang.Core.LivelihoodProjects.ProjectEvent;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The rules of a project's course from its adoption on.</summary>
public static class ProjectDecider
{
    /// <summary>Initial state and evolution.</summary>
    public static Decider<Project, ProjectEvent> Instance { get; } = new(new NotAdopted(), Evolve);

    /// <summary>
    /// What follows from a command; asking again gives no events. Refused with <c>project.not-adopted</c> where the poll did not
    /// adopt it, and with <c>project.approval-missing</c> where another body than the rule says has approved (LIV-30).
    /// </summary>
    /// <param name="command">What is asked.</param>
    /// <param name="state">The project.</param>
    /// <param name="rules">The rules on the day of the act.</param>
    public static Outcome<ProjectEvent> Decide(ProjectCommand command, Project state, LivelihoodProjectRules rules) => (command, state) switch
    {
        (Adopt c, NotAdopted) => AdoptedList.Of(c.Poll).FirstOrDefault(project => project.Contents.Id == c.Project) is { } adopted
            ? Accept(adopted)
            : new ProjectNotAdopted(),
        (Adopt c, Adopted s) when s.Poll == c.Poll.Held.Paper.Poll && s.Contents.Id == c.Project => Accept(),
        (Change { Decision.Kind: var body }, Adopted) when body != rules.ChangeApprover.Value => new ApprovalMissing(rules.ChangeApprover.Ref),
        (Change { Reason.Text: null or "" }, Adopted) => new ReasonMissing(),
        (Change c, Adopted s) when c.Contents.Id != s.Contents.Id => new OtherProject(),
        (Change c, Adopted s) => c.Contents == s.Contents ? Accept() : Accept(new ProjectChanged(c.Contents, c.Reason, c.Decision)),
        (Terminate { Decision.Kind: var body }, Adopted) when body != rules.ChangeApprover.Value => new ApprovalMissing(rules.ChangeApprover.Ref),
        (Terminate { Reason.Text: null or "" }, Adopted) => new ReasonMissing(),
        (Terminate c, Adopted) => Accept(new ProjectTerminated(c.Reason, c.Decision)),
        (Terminate c, Terminated s) when c.Decision == s.Decision => Accept(),
        (Change or Terminate, NotAdopted) => new ProjectNotAdopted(),
        _ => new OutOfTurn(),
    };

    private static Project Evolve(Project state, ProjectEvent @event) => (state, @event) switch
    {
        (NotAdopted, ProjectAdopted e) => new Adopted(e.Congress, e.Poll, e.Contents, e.Votes),
        (Adopted s, ProjectChanged e) => s with { Contents = e.Contents },
        (Adopted s, ProjectTerminated e) => new Terminated(s, e.Decision),
        _ => throw new UnreachableException($"{@event.GetType().Name} cannot follow {state.GetType().Name}"),
    };

    private static Outcome<ProjectEvent> Accept(params ReadOnlySpan<ProjectEvent> events) => Outcome<ProjectEvent>.Accept([.. events]);
}
