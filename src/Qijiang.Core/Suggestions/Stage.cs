using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Suggestions;

/// <summary>Where one agency's answer stands. Each case holds only what is true in it.</summary>
public abstract record Stage
{
    private Stage() { }

    /// <summary>Whether it can't move any more but by a correction within its window.</summary>
    public bool IsFinal => this is Closed or LeftAtThat or ResolvedByDesk;

    /// <summary>How the answer was evaluated; null where it has not been, or is being answered anew.</summary>
    public Grading? Graded => this switch
    {
        BeforeDesk s => s.Grading,
        BeforeMeeting s => s.Grading,
        Closed s => s.Grading,
        LeftAtThat s => s.Grading,
        ResolvedByDesk s => s.Grading,
        _ => null,
    };

    /// <summary>The agency owes its reply; a co-handler, its opinion to the lead.</summary>
    /// <param name="Round">0 at first; 1 after re-handling was demanded.</param>
    /// <param name="Owed">Within what (SUG-16, SUG-20, SUG-21, SUG-33).</param>
    /// <param name="ReturnWithin">Within what it may say that the matter is not its own (SUG-13); null where that is over: declined, or handled once already.</param>
    /// <param name="Extension">The request for the longer limit, if any (SUG-20a).</param>
    /// <param name="Explained">How it explained in writing that it cannot finish in time (SUG-20b); null where it has not.</param>
    /// <param name="ReturnDeclined">The decision that declined its return; null where none did.</param>
    /// <param name="Pauses">When its period stood still, why, and who granted it (CAL-13).</param>
    public sealed record Replying(
        int Round, StatutoryPeriod Owed, StatutoryPeriod? ReturnWithin, Extension? Extension = null, Explanation? Explained = null,
        Decision? ReturnDeclined = null, ValueList<Pause> Pauses = default) : Stage;

    /// <summary>The agency says it is misassigned (退办); the desk has to decide (SUG-13). Its reply period runs on.</summary>
    /// <param name="Meanwhile">Where it stood, and stands again if the return is declined.</param>
    /// <param name="DecideWithin">Within what the desk assigns it anew, from receipt of the return.</param>
    /// <param name="Reasons">The agency's written reasons.</param>
    public sealed record ReturnAsked(Replying Meanwhile, StatutoryPeriod DecideWithin, OfficialText Reasons) : Stage;

    /// <summary>The deputy has the answer and evaluates it (SUG-31).</summary>
    /// <param name="Round">How often it has been re-handled.</param>
    /// <param name="Of">The reply, or a co-handler's opinion.</param>
    /// <param name="Answer">What was answered.</param>
    /// <param name="Owed">Within what the deputy evaluates; null for a co-handler's opinion, for which no text sets a period (SUG-39).</param>
    /// <param name="Urged">Whether the deputy was reminded after the time was over (SUG-36).</param>
    public sealed record Evaluating(int Round, Subject Of, Answer Answer, StatutoryPeriod? Owed, bool Urged = false) : Stage;

    /// <summary>Dissatisfied: the desk decides, as circumstances warrant, whether to demand re-handling (SUG-32).</summary>
    /// <param name="Round">How often it has been re-handled.</param>
    /// <param name="Answer">What was answered.</param>
    /// <param name="Grading">How it was evaluated.</param>
    public sealed record BeforeDesk(int Round, Answer Answer, Grading Grading) : Stage;

    /// <summary>Re-handling is demanded; its period starts when the agency receives the demand (SUG-33).</summary>
    /// <param name="Round">How often it has been re-handled so far.</param>
    /// <param name="Decision">The desk's decision.</param>
    public sealed record DemandSent(int Round, Decision Decision) : Stage;

    /// <summary>The desk convenes deputy and agency and gives a handling opinion (处理意见; SUG-34).</summary>
    /// <param name="Round">How often it has been re-handled.</param>
    /// <param name="Answer">What was answered.</param>
    /// <param name="Grading">How it was evaluated.</param>
    /// <param name="Because">The rule that sends it there.</param>
    public sealed record BeforeMeeting(int Round, Answer Answer, Grading Grading, RuleRef Because) : Stage;

    /// <summary>Evaluated, and nothing follows. Promises are followed on their own.</summary>
    /// <param name="Round">How often it was re-handled.</param>
    /// <param name="Of">The reply, or a co-handler's opinion.</param>
    /// <param name="Answer">What was answered.</param>
    /// <param name="Grading">How it was evaluated.</param>
    public sealed record Closed(int Round, Subject Of, Answer Answer, Grading Grading) : Stage;

    /// <summary>The deputy is dissatisfied and the desk demands no re-handling (SUG-32).</summary>
    /// <param name="Answer">What was answered.</param>
    /// <param name="Grading">How it was evaluated.</param>
    /// <param name="Decision">The desk's decision.</param>
    public sealed record LeftAtThat(Answer Answer, Grading Grading, Decision Decision) : Stage;

    /// <summary>The desk's handling opinion has ended it (SUG-34).</summary>
    /// <param name="Answer">What was answered last.</param>
    /// <param name="Grading">How it was evaluated last.</param>
    /// <param name="Decision">The decision that carries the opinion.</param>
    public sealed record ResolvedByDesk(Answer Answer, Grading Grading, Decision Decision) : Stage;
}
