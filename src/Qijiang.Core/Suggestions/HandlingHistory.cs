using static Qijiang.Core.Suggestions.Stage;
using static Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Suggestions;

/// <summary>How one agency's part evolves. An event that can't follow is a defect.</summary>
internal static class HandlingHistory
{
    public static Handling Opened(HandlingOpened e) => new(
        e.Agency, e.Role, e.Decision, e.FirstAssignedOn,
        new Replying(0, e.Owed, e.ReturnWithin, e.ComplexBecause is null ? null : new(e.Decision.On, e.ComplexBecause, Granted: true, e.Decision)),
        e.ContactWithin);

    public static Handling Evolve(Handling part, OfHandling @event) => @event switch
    {
        ContactRecorded e => part with { Contacts = part.Contacts.Add(new(e.Phase, e.On, e.Manner, e.Note)) },
        OfCommitment e when part.Commitments.Any(x => x.Id == e.Commitment) =>
            part with { Commitments = part.Commitments.Select(x => x.Id == e.Commitment ? x with { Delivery = CommitmentHistory.Next(x.Delivery, e) } : x).ToValueList() },
        _ => part with { Stage = Next(part.Stage, @event), Commitments = Promised(part.Commitments, @event) },
    };

    private static Stage Next(Stage stage, OfHandling @event) => (stage, @event) switch
    {
        (Replying s, SuggestionEvent.ReturnAsked e) => new Stage.ReturnAsked(s, e.DecideWithin, e.Reasons),
        (Stage.ReturnAsked s, ReturnDeclined e) => s.Meanwhile with { ReturnWithin = null, ReturnDeclined = e.Decision },
        (Replying s, ExtensionAsked e) => s with { Extension = new(e.On, e.Reasons) },
        (Replying { Extension: { } asked } s, ExtensionGranted e) => s with { Owed = e.Owed, Extension = asked with { Granted = true, Decision = e.Decision } },
        (Replying { Extension: { } asked } s, ExtensionDeclined e) => s with { Extension = asked with { Granted = false, Decision = e.Decision } },
        (Replying s, PeriodSuspended e) => Suspensions.Granted(s, e),
        (Replying s, OverdueExplained e) => s with { Explained = new(e.On, e.Explanation) },
        (Replying s, CoHandlerOpinionGiven e) => new Evaluating(s.Round, Subject.CoHandlerOpinion, new(e.On, e.SignedBy, null, e.Text), null),
        (Evaluating { Of: Subject.CoHandlerOpinion } s, CoHandlerOpinionDemandedAnew e) => new Replying(s.Round, e.Owed, null),
        (Replying s, ReplyGiven e) => new Evaluating(s.Round, Subject.Reply, new(e.EvaluateWithin.Start, e.SignedBy, e.Class, e.Text), e.EvaluateWithin),
        (Evaluating s, EvaluationUrged) => s with { Urged = true },
        (Evaluating s, Evaluated e) => Graded(s.Round, s.Of, s.Answer, new(e.Grade, e.Counted, e.Correctable, e.Opinion)),
        (Closed s, EvaluationCorrected e) => Graded(s.Round, s.Of, s.Answer, s.Grading with { Grade = e.Grade, Opinion = e.Opinion }),
        (BeforeDesk s, EvaluationCorrected e) => Graded(s.Round, Subject.Reply, s.Answer, s.Grading with { Grade = e.Grade, Opinion = e.Opinion }),
        (BeforeMeeting s, EvaluationCorrected e) => Graded(s.Round, Subject.Reply, s.Answer, s.Grading with { Grade = e.Grade, Opinion = e.Opinion }),
        (BeforeDesk s, MeetingDue e) => new BeforeMeeting(s.Round, s.Answer, s.Grading, e.Because),
        (BeforeDesk s, RehandlingDemanded e) => new DemandSent(s.Round, e.Decision),
        (BeforeDesk s, RehandlingDeclined e) => new LeftAtThat(s.Answer, s.Grading, e.Decision),
        (DemandSent s, DemandReceived e) => new Replying(s.Round + 1, e.Owed, null),
        (BeforeMeeting s, MeetingOpinionGiven e) => new ResolvedByDesk(s.Answer, s.Grading, e.Decision),
        _ => throw SuggestionHistory.Impossible(@event, stage),
    };

    // What follows dissatisfaction with a co-handler's opinion no text says: it is recorded, and closes (SUG-39).
    private static Stage Graded(int round, Subject of, Answer answer, Grading grading) =>
        grading.Grade is SatisfactionGrade.Dissatisfied && of is Subject.Reply ? new BeforeDesk(round, answer, grading) : new Closed(round, of, answer, grading);

    private static ValueList<Commitment> Promised(ValueList<Commitment> before, OfHandling @event) => @event switch
    {
        ReplyGiven e => Added(before, e.Promises, e.EvaluateWithin.Start),
        CoHandlerOpinionGiven e => Added(before, e.Promises, e.On),
        _ => before,
    };

    private static ValueList<Commitment> Added(ValueList<Commitment> before, ValueList<Promise> promises, NodaTime.LocalDate on) =>
        before.Concat(promises.Select(p => new Commitment(p.Id, on, p.By, new Delivery.Promised()))).ToValueList();
}
