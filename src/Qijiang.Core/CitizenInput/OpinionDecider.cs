using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using static Qijiang.Core.CitizenInput.Opinion;
using static Qijiang.Core.CitizenInput.OpinionCommand;
using static Qijiang.Core.Outcome<Qijiang.Core.CitizenInput.OpinionEvent>;

namespace Qijiang.Core.CitizenInput;

/// <summary>Decides what may be done with a citizen's opinion. One arm a permitted move, the refusal last.</summary>
public static class OpinionDecider
{
    /// <summary>The initial state and how it evolves.</summary>
    public static Decider<Opinion, OpinionEvent> Instance { get; } = new(new NotReceived(), OpinionHistory.Evolve);

    /// <summary>Decides. Asking the same again yields no events.</summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="state">How things stand.</param>
    /// <param name="rules">The rules on the day of the act.</param>
    public static Outcome<OpinionEvent> Decide(OpinionCommand command, Opinion state, OpinionRules rules) => (command, state) switch
    {
        _ when !May(command) => new NotYourOffice(rules.DeputyForwardsOnly.Ref),
        _ when MissingText(command) is { } field => new TextMissing { Field = field },
        (not Receive, { Received: { } intake }) when command.OccurredOn < intake.On => new TooEarly(intake.On) { Field = "occurredOn" },

        (Receive c, NotReceived) when !IsTheCitizens(c) => new NotTheCitizens { Field = "from" },
        (Receive c, NotReceived) => Accept(new OpinionEvent.Received(
            c.Id, c.From, c.Words, c.Title, c.Place, c.Name, c.Contact, c.Manner, c.District, NoticeTo(c, rules), c.OccurredOn)),
        (Receive c, { Received: { } intake }) when (intake.Id, intake.From) == (c.Id, c.From) => Accept(),

        (SettleKind c, Unsettled s) => Accept(new OpinionEvent.KindSettled(c.Kind, s.Intake.District is null ? c.District : null)),
        (SettleKind c, not NotReceived) => KindOf(state) == c.Kind ? Accept() : new KindSettledAlready(rules.FeedsSuggestions.Ref) { Field = "kind" },

        (HandToDeputy or LinkSuggestion, Unsettled) => new KindNotSettled(rules.KindSettledByPerson.Ref),
        (HandToDeputy or LinkSuggestion, { IsSealed: true }) => new StaysSealed(rules.WrongdoingSealed.Ref),
        (HandToDeputy or LinkSuggestion, not NotReceived) when KindOf(state) != rules.FeedsSuggestions.Value => new NotOfThisKind(rules.FeedsSuggestions.Ref),
        (HandToDeputy c, Open { Intake.District: { } district }) when district != c.District => new NotOfThisDistrict { Field = "deputy" },
        (HandToDeputy c, Open s) => s.Deputies.Contains(c.Deputy) ? Accept() : Accept(new OpinionEvent.HandedToDeputy(c.Deputy)),
        (LinkSuggestion c, Open { Suggestions: var known }) => known.Contains(c.Suggestion) ? Accept() : Accept(new OpinionEvent.SuggestionLinked(c.Suggestion)),
        (LinkSuggestion c, Closed { Suggestions: var known }) => known.Contains(c.Suggestion) ? Accept() : Accept(new OpinionEvent.SuggestionLinked(c.Suggestion)),

        (GiveNotice c, { Received: { } intake }) when intake.Notice == new Notice(c.Kind, c.OccurredOn, c.Text) => Accept(),
        (GiveNotice c, not (NotReceived or Closed)) => Accept(new OpinionEvent.NoticeGiven(c.Kind, c.Text, c.OccurredOn)),

        (Refer, Unsettled) => new KindNotSettled(rules.KindSettledByPerson.Ref),
        (Refer { Decision: null }, SealedReport) => new DecisionMissing(rules.WrongdoingSealed.Ref) { Field = "decision" },
        (Refer c, SealedReport or Elsewhere) when ReferralOf(state) == new Referral(c.OccurredOn, c.Decision) => Accept(),
        (Refer, SealedReport { HandedOver: not null } or Elsewhere { Referred: not null }) => new OutOfTurn(),
        (Refer c, SealedReport or Elsewhere) => Accept(new OpinionEvent.Referred(c.To, c.Explanation, c.Decision, c.OccurredOn)),

        (Close, Unsettled) => new KindNotSettled(rules.KindSettledByPerson.Ref),
        (Close, Closed) => Accept(),
        (Close, { Received: { NoticeOwed: not null, Notice: null } }) => new NoticeFirst(rules.NoticeWithin.Ref),
        (Close c, not NotReceived) => Accept(new OpinionEvent.Closed(c.Outcome)),

        _ => new OutOfTurn(),
    };

    /// <summary>Which office does what. A person settles the kind; a deputy and an agency only read what they are handed (CIT-23).</summary>
    private static bool May(OpinionCommand command) => command switch
    {
        Receive => command.By.Office is Office.Citizen || IsStaff(command.By.Office),
        LinkSuggestion => command.By.Office is Office.System || IsStaff(command.By.Office),
        _ => IsStaff(command.By.Office),
    };

    private static bool IsStaff(Office office) => office is Office.IntakeClerk or Office.DeskClerk or Office.DeskHead;

    private static bool IsTheCitizens(Receive c) => c.By.Office is Office.Citizen
        ? c.By.Person == c.From && c.By.OnBehalfOf is null && c.Manner is OpinionManner.Typed
        : c.By.OnBehalfOf == c.From && c.Manner is not OpinionManner.Typed;

    // A citizen who comes by the mini-program or by WeChat is reached there; who is entered by staff, by name and contact.
    private static StatutoryPeriod? NoticeTo(Receive c, OpinionRules rules) =>
        rules.NoticeNeedsReachableSender.Value && c.By.Office is not Office.Citizen && (c.Name is null || c.Contact is null)
            ? null
            : rules.NoticeWithin.StartingOn(c.OccurredOn);

    private static OpinionKind? KindOf(Opinion state) => state switch
    {
        Open => OpinionKind.Suggestion,
        SealedReport => OpinionKind.Wrongdoing,
        Elsewhere s => s.Kind,
        Closed s => s.Kind,
        _ => null,
    };

    private static Referral? ReferralOf(Opinion state) => state switch
    {
        SealedReport s => s.HandedOver,
        Elsewhere s => s.Referred,
        _ => null,
    };

    private static string? MissingText(OpinionCommand command) => command switch
    {
        Receive { Words.Text: var text } when string.IsNullOrWhiteSpace(text) => "words",
        GiveNotice { Text.Text: var text } when string.IsNullOrWhiteSpace(text) => "text",
        Refer { To.Text: var text } when string.IsNullOrWhiteSpace(text) => "to",
        Refer { Explanation.Text: var text } when string.IsNullOrWhiteSpace(text) => "explanation",
        Close { Outcome.Text: var text } when string.IsNullOrWhiteSpace(text) => "outcome",
        _ => null,
    };
}
