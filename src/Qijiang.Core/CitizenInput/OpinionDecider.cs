using System.Diagnostics;
using NodaTime;
using Qijiang.Core.Calendar;
using static Qijiang.Core.CitizenInput.Opinion;
using static Qijiang.Core.CitizenInput.OpinionCommand;
using static Qijiang.Core.Outcome<Qijiang.Core.CitizenInput.OpinionEvent>;

namespace Qijiang.Core.CitizenInput;

/// <summary>Decides what may be done with a citizen's opinion. One arm a permitted move, the refusal last.</summary>
public static class OpinionDecider
{
    /// <summary>The initial state and how it evolves.</summary>
    public static Decider<Opinion, OpinionEvent> Instance { get; } = new(new NotReceived(), Evolve);

    /// <summary>Decides. Asking the same again yields no events.</summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="state">How things stand.</param>
    /// <param name="rules">The rules on the day of the act.</param>
    public static Outcome<OpinionEvent> Decide(OpinionCommand command, Opinion state, OpinionRules rules) => (command, state) switch
    {
        (Receive { Words: var words }, NotReceived) when string.IsNullOrWhiteSpace(words.Text) => new WordsMissing(),
        (Receive c, NotReceived) => Accept(new OpinionEvent.Received(c.Id, c.Sender, c.Words, c.Place, NoticeOwed(c, rules), c.OccurredOn)),
        (Receive c, _) when c.Id == IdOf(state) => Accept(),

        (_, AwaitingKind or Followed or Sealed) when command.OccurredOn < ReceivedOn(state) => new BeforeReceipt(),

        (SettleKind c, AwaitingKind) => Accept(new OpinionEvent.KindSettled(c.Kind)),
        (SettleKind c, Followed s) when c.Kind == s.Kind => Accept(),
        (SettleKind c, Sealed) when c.Kind == rules.StaysSealed.Value => Accept(),
        (SettleKind, Followed or Sealed or Opinion.Closed) => new KindSettledAlready(),

        (HandToDeputy or LinkSuggestion, AwaitingKind) => new KindNotSettled(rules.FeedsSuggestion.Ref),
        (HandToDeputy or LinkSuggestion or Close, Sealed) => new StaysSealed(rules.StaysSealed.Ref),
        (HandToDeputy or LinkSuggestion, Followed s) when s.Kind != rules.FeedsSuggestion.Value => new KindMayNotFeed(rules.FeedsSuggestion.Ref),
        (HandToDeputy c, Followed s) when c.Deputy == s.Deputy => Accept(),
        (HandToDeputy c, Followed) => Accept(new OpinionEvent.HandedToDeputy(c.Deputy)),
        (LinkSuggestion c, Followed s) when s.Suggestions.Contains(c.Suggestion) => Accept(),
        (LinkSuggestion c, Opinion.Closed s) when s.Suggestions.Contains(c.Suggestion) => Accept(),
        (LinkSuggestion c, Followed) => Accept(new OpinionEvent.SuggestionLinked(c.Suggestion)),

        (GiveNotice { Text.Text: var text }, _) when string.IsNullOrWhiteSpace(text) => new NoticeTextMissing(),
        (GiveNotice c, AwaitingKind or Followed or Sealed) => Accept(new OpinionEvent.NoticeGiven(c.Notice, c.Text)),

        (Close, AwaitingKind) => new KindNotSettled(rules.FeedsSuggestion.Ref),
        (Close { Result.Text: var text }, _) when string.IsNullOrWhiteSpace(text) => new NoticeTextMissing { Field = "result" },
        (Close c, Followed) => Accept(new OpinionEvent.Closed(c.Result)),
        (Close, Opinion.Closed) => Accept(),

        _ => new OpinionOutOfTurn(),
    };

    private static StatutoryPeriod? NoticeOwed(Receive c, OpinionRules rules) =>
        c.Reachable || !rules.NoticeNeedsReachableSender.Value ? new(c.OccurredOn, rules.NoticeWithin.Value, rules.NoticeWithin.Ref) : null;

    private static OpinionId? IdOf(Opinion state) => state switch
    {
        AwaitingKind s => s.Id,
        Followed s => s.Id,
        Sealed s => s.Id,
        Opinion.Closed s => s.Id,
        _ => null,
    };

    private static LocalDate ReceivedOn(Opinion state) => state switch
    {
        AwaitingKind s => s.On,
        Followed s => s.On,
        Sealed s => s.On,
        _ => LocalDate.MinIsoValue,
    };

    private static Opinion Evolve(Opinion state, OpinionEvent happened) => (state, happened) switch
    {
        (NotReceived, OpinionEvent.Received e) => new AwaitingKind(e.Id, e.Sender.Person, e.On, e.NoticeWithin),
        (AwaitingKind s, OpinionEvent.KindSettled { Kind: OpinionKind.Wrongdoing }) => new Sealed(s.Id, s.Sender, s.On, s.NoticeWithin),
        (AwaitingKind s, OpinionEvent.KindSettled e) => new Followed(s.Id, s.Sender, s.On, e.Kind, s.NoticeWithin, null, null, []),
        (AwaitingKind s, OpinionEvent.NoticeGiven) => s with { NoticeWithin = null },
        (Sealed s, OpinionEvent.NoticeGiven) => s with { NoticeWithin = null },
        (Followed s, OpinionEvent.NoticeGiven e) => s with { NoticeWithin = null, Told = e.Notice },
        (Followed s, OpinionEvent.HandedToDeputy e) => s with { Deputy = e.Deputy },
        (Followed s, OpinionEvent.SuggestionLinked e) => s with { Suggestions = s.Suggestions.Add(e.Suggestion) },
        (Followed s, OpinionEvent.Closed) => new Opinion.Closed(s.Id, s.Sender, s.Kind, s.Suggestions),
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state.GetType().Name}"),
    };
}
