using CsCheck;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit.Abstractions;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>The law of a period that stands still, in a congress whose own rules let the desk suspend it, proved over every state that the decider can reach.</summary>
public sealed class SuspensionLaw(ITestOutputHelper output) : ProvedLaw<SuspensionLaw>(output), ILaw
{
    private static readonly LocalDate _decided = new(2026, 6, 5), _from = new(2026, 6, 10), _to = new(2026, 6, 20), _longer = new(2026, 6, 25), _replied = new(2026, 7, 1);

    // Without a suspension the last day is Monday, 10 August; with it, 11 days later than Saturday the 8th.
    private static readonly LocalDate _over = new(2026, 8, 11), _lastDay = new(2026, 8, 10);

    private static readonly Scenarios _own = new(SuspensionTests.Own);

    private static readonly Suggestion _start = NotSubmitted.GivenDone(Submission(), Receipt, Assignment).State;

    private static readonly Proof<SuggestionCommand, Suggestion, SuggestionEvent> _proof = new(SuggestionDecider.Instance, (c, s) => SuggestionDecider.Decide(c, s, _own.SuggestionRules(c.OccurredOn)), _start)
    {
        Wishes =
        [
            Wish("divide", Division(Lead, CoHandler)),
            Wish("suspend", Suspend(_decided, _from, _to)),
            Wish("suspend by the office", Suspend(_decided, _from, _to) with { Decision = A.CoordinatingDecision(_decided) }),
            Wish("suspend without a word", Suspend(_decided, _from, _to) with { Reasons = new("") }),
            Wish("suspend from the day of assignment", Suspend(_decided, ToAgencies, _to)),
            Wish("suspend until before it begins", Suspend(_decided, _from, _from.PlusDays(-1))),
            Wish("suspend when it is over", Suspend(new(2026, 8, 20), _from, _to)),
            Wish("longer", new Extend(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _longer }),
            Wish("reply", Reply(_replied)),
        ],
        IsEnd = state => state is Suggestion.InHand { IsAnswered: true },
        Requirements = spec => spec
            .Never("CAL-13", "by decision of the desk, where the rules let it",
                (_, after) => after.Did<SuggestionEvent.PeriodSuspended>(e => e.Decision.Kind is not BodyKind.Desk))
            .Never("CAL-13 reasons", "with reasons, which the deputy is told",
                (_, after) => after.Did<SuggestionEvent.PeriodSuspended>(e => string.IsNullOrEmpty(e.Reasons.Text)))
            .Never("CAL-13 running", "a period that runs, from a day on which it runs",
                (before, after) => after.Did<SuggestionEvent.PeriodSuspended>(e => e.From <= ToAgencies || e.To < e.From || (after.Asked!.OccurredOn >= _over && !IsLonger(before.State) && Pauses(before.State) == 0)))
            .Rule("CAL-13 dates", "its days are not counted, what was left runs on after them, and both dates are known",
                (before, after) => after.Did<SuggestionEvent.PeriodSuspended>(e => e.To == _to && e.From == _from) && Pauses(before.State) == 0 && !after.Impossible,
                (_, after) => WorkingCalendar.Official.DueOf(Owed(after.State)!) is { On: var on, Unsuspended: var unsuspended }
                    && (on, unsuspended) == (IsLonger(after.State) ? (new(2026, 11, 19), new(2026, 11, 9)) : (new LocalDate(2026, 8, 19), _lastDay)))
            .Rule("CAL-13 approver", "from, to, reason and approver stay on the record",
                (_, after) => after.Did<SuggestionEvent.PeriodSuspended>() && !after.Impossible,
                (before, after) => Pauses(after.State) == Pauses(before.State) + 1)
            .Rule("CAL-13 longer", "the longer limit does not undo it",
                (_, after) => after.Did<SuggestionEvent.ExtensionGranted>(),
                (before, after) => (Owed(before.State)?.Suspensions ?? []) == (Owed(after.State)?.Suspensions ?? []))
            .Reachable("suspended", "it can be granted", at => Pauses(at.State) > 0),
        Faults =
        [
            new("the office is enough", "CAL-13", decide => (c, s) => c is SuspendPeriod { Decision.Kind: BodyKind.CoordinatingOffice } x
                && decide(x with { Decision = A.DeskDecision(_decided) }, s) is Outcome<SuggestionEvent>.Accepted { Events: [SuggestionEvent.PeriodSuspended e] } ? new Outcome<SuggestionEvent>.Accepted([e with { Decision = x.Decision }]) : decide(c, s)),
            new("suspended without a word", "CAL-13 reasons", decide => decide.Tells((_, _, e) => e is SuggestionEvent.PeriodSuspended p ? [p with { Reasons = new("") }] : [e])),
            new("suspended when it is over", "CAL-13 running", decide => decide.Takes(c => c is SuspendPeriod x && x.OccurredOn >= _over ? Suspend(_decided, x.From, x.To) : c)),
            new("suspended backwards", "CAL-13 running", decide => decide.Tells((_, _, e) => e is SuggestionEvent.PeriodSuspended p ? [p with { To = p.From.PlusDays(-1) }] : [e])),
            new("the clock is set anew", "CAL-13 dates", Evolve: (_, e, after) => e is SuggestionEvent.PeriodSuspended p ? Put(after, r => r with { Owed = r.Owed with { Start = p.From } }) : after),
            new("the days are counted", "CAL-13 dates", Evolve: (_, e, after) => e is SuggestionEvent.PeriodSuspended ? Put(after, r => r with { Owed = r.Owed with { Suspensions = null } }) : after),
            new("nobody knows who granted it", "CAL-13 approver", Evolve: (_, e, after) => e is SuggestionEvent.PeriodSuspended ? Put(after, r => r with { Pauses = [] }) : after),
            new("longer, and the time is gone", "CAL-13 longer", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ExtensionGranted g ? [g with { Owed = g.Owed with { Suspensions = null } }] : [e])),
            new("suspended each time anew", "again", decide => decide.Grants((c, s) => c is SuspendPeriod { Decision.Kind: BodyKind.Desk } x && Part(s)?.Stage is Stage.Replying { Pauses.Count: < 3 } ? Event(x) : null)),
            new("suspended when it is answered", "follows", decide => decide.Grants((c, s) => c is SuspendPeriod { Decision.Kind: BodyKind.Desk } x && Part(s)?.Stage is Stage.Evaluating ? Event(x) : null)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => ["suspend by the office", "suspend without a word", "suspend from the day of assignment", "suspend until before it begins"];

    private static Wish<SuggestionCommand> Wish(string name, SuggestionCommand command) => new(name, _ => command);

    private static SuspendPeriod Suspend(LocalDate on, LocalDate from, LocalDate to) => new(City, from, to, new("x"), A.DeskDecision(on)) { By = A.DeskClerk(), OccurredOn = on };

    private static SuggestionEvent.PeriodSuspended Event(SuspendPeriod c) => new(City, c.From, c.To, c.Reasons, c.Decision, new("OWN-2", "own", new(2018, 1, 1)));

    private static Handling? Part(Suggestion state) => (state as Suggestion.InHand)?.Handlings.First(h => h.Agency == City);

    private static StatutoryPeriod? Owed(Suggestion state) => (Part(state)?.Stage as Stage.Replying)?.Owed;

    private static int Pauses(Suggestion state) => (Part(state)?.Stage as Stage.Replying)?.Pauses.Count ?? 0;

    private static bool IsLonger(Suggestion state) => Part(state)?.Stage is Stage.Replying { Extension.Granted: true };

    private static Suggestion Put(Suggestion state, Func<Stage.Replying, Stage.Replying> change) => state is Suggestion.InHand s
        ? s with { Handlings = s.Handlings.Select(h => h is { Stage: Stage.Replying r } && h.Agency == City ? h with { Stage = change(r) } : h).ToValueList() } : state;
}
