using System.Diagnostics;
using static Qijiang.Core.CitizenInput.Opinion;

namespace Qijiang.Core.CitizenInput;

/// <summary>How an opinion evolves. An event that can't follow is a defect.</summary>
internal static class OpinionHistory
{
    public static Opinion Evolve(Opinion state, OpinionEvent @event) => (state, @event) switch
    {
        (NotReceived, OpinionEvent.Received e) => new Unsettled(new(e.Id, e.From, e.Title, e.District, e.On, e.NoticeWithin)),
        (Unsettled s, OpinionEvent.KindSettled e) => Settled(s.Intake with { District = s.Intake.District ?? e.District }, e.Kind),
        (Open s, OpinionEvent.HandedToDeputy e) => s with { Deputies = s.Deputies.Add(e.Deputy) },
        (Open s, OpinionEvent.SuggestionLinked e) => s with { Suggestions = s.Suggestions.Add(e.Suggestion) },
        (Closed s, OpinionEvent.SuggestionLinked e) => s with { Suggestions = s.Suggestions.Add(e.Suggestion) },
        (SealedReport s, OpinionEvent.Referred e) => s with { HandedOver = new(e.On, e.Decision) },
        (Elsewhere s, OpinionEvent.Referred e) => s with { Referred = new(e.On, e.Decision) },
        (Open s, OpinionEvent.Closed) => new Closed(s.Intake, OpinionKind.Suggestion, s.Suggestions),
        (SealedReport s, OpinionEvent.Closed) => new Closed(s.Intake, OpinionKind.Wrongdoing),
        (Elsewhere s, OpinionEvent.Closed) => new Closed(s.Intake, s.Kind),
        (Unsettled s, OpinionEvent.NoticeGiven e) => s with { Intake = Told(s.Intake, e) },
        (Open s, OpinionEvent.NoticeGiven e) => s with { Intake = Told(s.Intake, e) },
        (SealedReport s, OpinionEvent.NoticeGiven e) => s with { Intake = Told(s.Intake, e) },
        (Elsewhere s, OpinionEvent.NoticeGiven e) => s with { Intake = Told(s.Intake, e) },
        _ => throw new UnreachableException($"{@event.GetType().Name} cannot follow {state.GetType().Name}"),
    };

    private static Opinion Settled(Intake intake, OpinionKind kind) => kind switch
    {
        OpinionKind.Suggestion => new Open(intake),
        OpinionKind.Wrongdoing => new SealedReport(intake),
        _ => new Elsewhere(intake, kind),
    };

    private static Intake Told(Intake intake, OpinionEvent.NoticeGiven e) => intake with { Notice = new(e.Kind, e.On, e.Text) };
}
