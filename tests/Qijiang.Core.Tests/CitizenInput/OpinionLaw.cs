using CsCheck;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Qijiang.Testing;
using Xunit.Abstractions;
using static Qijiang.Core.CitizenInput.OpinionCommand;

namespace Qijiang.Core.Tests.CitizenInput;

/// <summary>The law of citizens' input, proved over every state that the decider can reach: whoever acts, in whatever order.</summary>
public sealed class OpinionLaw(ITestOutputHelper output) : ProvedLaw<OpinionLaw>(output), ILaw
{
    private static readonly LocalDate _day = new(2026, 2, 2);
    private static readonly OpinionRules _rules = new(RuleSet.Preset("chongqing"), CongressLevel.District, _day);
    private static readonly PersonId _wang = new("wang"), _chen = new("chen");
    private static readonly Actor _clerk = A.IntakeClerk(), _desk = A.DeskClerk();
    private static readonly string[] _deeds = ["settles it", "passes it on", "refers it", "closes it"];
    private static readonly Actor[] _notTheirs = [A.Deputy("chen"), A.AgencyClerk("water"), A.Citizen("wang")];

    private static readonly Proof<OpinionCommand, Opinion, OpinionEvent> _proof = new(OpinionDecider.Instance, (command, state) => OpinionDecider.Decide(command, state, _rules))
    {
        Wishes =
        [
            Wish("by the mini-program", new Receive(new("o-1"), _wang, new(_wang, "x")) { By = A.Citizen("wang"), OccurredOn = _day, District = new("district-1") }),
            Wish("said at the station, reachable", new Receive(new("o-1"), _wang, new(_wang, "x"), OpinionManner.Spoken)
            {
                By = A.IntakeClerk("wang"), OccurredOn = _day, Name = new(_wang, "王"), Contact = new(_wang, "1"),
            }),
            Wish("anonymous at the station", new Receive(new("o-1"), _wang, new(_wang, "x"), OpinionManner.Spoken) { By = A.IntakeClerk("wang"), OccurredOn = _day }),
            Wish("in a citizen's name by a clerk", new Receive(new("o-1"), _wang, new(_wang, "x")) { By = _clerk, OccurredOn = _day }),
            .. Enum.GetValues<OpinionKind>().Select(kind => Wish($"it is {kind}", new SettleKind(kind) { By = _clerk, OccurredOn = _day })),
            Wish("the day before: it is Redress", new SettleKind(OpinionKind.Redress) { By = _clerk, OccurredOn = _day.PlusDays(-1) }),
            Wish("to a deputy", new HandToDeputy(_chen, new("district-1")) { By = _desk, OccurredOn = _day }),
            Wish("to another district's deputy", new HandToDeputy(new("li"), new("district-2")) { By = _desk, OccurredOn = _day }),
            Wish("a suggestion came of it", new LinkSuggestion(new("s-1")) { By = Actor.Qijiang, OccurredOn = _day }),
            Wish("tell the citizen", new GiveNotice(NoticeKind.Accepted, new("x")) { By = _desk, OccurredOn = _day }),
            Wish("refer by decision", new Refer(new("x"), new("x"), A.DeskDecision(_day)) { By = _desk, OccurredOn = _day }),
            Wish("refer", new Refer(new("x"), new("x")) { By = _desk, OccurredOn = _day }),
            Wish("close", new Close(new("x")) { By = _desk, OccurredOn = _day }),
            .. _notTheirs.SelectMany(by => new[]
            {
                Wish($"{by.Office} settles it", new SettleKind(OpinionKind.Suggestion) { By = by, OccurredOn = _day }),
                Wish($"{by.Office} passes it on", new HandToDeputy(_chen, new("district-1")) { By = by, OccurredOn = _day }),
                Wish($"{by.Office} refers it", new Refer(new("x"), new("x"), A.DeskDecision(_day)) { By = by, OccurredOn = _day }),
                Wish($"{by.Office} closes it", new Close(new("x")) { By = by, OccurredOn = _day }),
            }),
        ],
        IsEnd = state => state is Opinion.Closed,
        Requirements = spec => spec
            .Never("CIT-02", "before a person has settled the kind, nobody gets it and nothing comes of it",
                (before, after) => before.State is (Opinion.NotReceived or Opinion.Unsettled) && after.State is (Opinion.Open { Deputies.Count: > 0 } or Opinion.Open { Suggestions.Count: > 0 }))
            .Never("CIT-02 person", "a person settles the kind: neither the citizen's button nor Qijiang",
                (before, after) => KindOf(before.State) is null && KindOf(after.State) is not null && after.Asked is not SettleKind { By.Office: Office.IntakeClerk or Office.DeskClerk or Office.DeskHead })
            .Never("CIT-03 only", "only a suggestion or opinion goes to a deputy or leads to a suggestion",
                (before, after) => KindOf(before.State) is not OpinionKind.Suggestion && (after.Did<OpinionEvent.HandedToDeputy>() || after.Did<OpinionEvent.SuggestionLinked>()))
            .Rule("CIT-10", "whoever comes by the mini-program or leaves name and contact is told in writing within 15 days, not counting that of receipt",
                (_, after) => after.Asked is (Receive { By.Office: Office.Citizen } or Receive { Contact: not null }) && after.Did<OpinionEvent.Received>(),
                (_, after) => after.State.Received!.NoticeOwed is { Start: var start, Limit: { Count: 15, Unit: LimitUnit.Days } } && start == _day)
            .Rule("CIT-10 every", "every item is registered: as long as it is not there, nobody's words are turned away",
                (before, after) => before.State is Opinion.NotReceived && after.Asked is (Receive { By.Office: Office.Citizen } or Receive { By.OnBehalfOf: not null }),
                (_, after) => after.State is Opinion.Unsettled)
            .Never("CIT-10 first", "a written notice that is owed is given before closing",
                (_, after) => after.State is Opinion.Closed { Intake: { NoticeOwed: not null, Notice: null } })
            .Rule("CIT-10 owed", "the notice is owed until it is given, and no longer",
                (before, _) => before.State.Received is { NoticeOwed: not null, Notice: null },
                (_, after) => OpinionObligations.Of(after.State).Count == (after.Did<OpinionEvent.NoticeGiven>() ? 0 : 1))
            .Never("CIT-32", "an anonymous one is registered, and its sender owed nothing who can't be reached",
                (_, after) => after.Asked is Receive { By.Office: not Office.Citizen, Contact: null } && after.Did<OpinionEvent.Received>(e => e.NoticeWithin is not null))
            .Rule("CIT-30", "a report of wrongdoing never leaves the sealed state",
                (before, _) => before.State is Opinion.SealedReport,
                (_, after) => after.State.IsSealed && after.State is Opinion.SealedReport or Opinion.Closed { Kind: OpinionKind.Wrongdoing })
            .Rule("CIT-03", "the kind, once settled, never changes",
                (before, _) => KindOf(before.State) is not null,
                (before, after) => KindOf(before.State) == KindOf(after.State))
            .Never("CIT-30 decision", "it is handed to supervision by decision alone",
                (before, after) => before.State is Opinion.SealedReport && after.Did<OpinionEvent.Referred>(e => e.Decision is null))
            .Never("CIT-30 once", "and to no second place",
                (before, after) => before.State is Opinion.SealedReport { HandedOver: not null } && after.Did<OpinionEvent.Referred>())
            .Never("DUTY-04", "a deputy or an agency forwards and comments, and neither settles, refers nor closes (CIT-23)",
                (_, after) => after.Asked is not Receive && _notTheirs.Contains(after.Asked?.By) && after.Happened.Count > 0)
            .Never("district", "it goes to a deputy of the district that it concerns",
                (_, after) => after.State.Received?.District is { } district && after.Asked is HandToDeputy c && c.District != district && after.Happened.Count > 0)
            .Never("date", "nothing happens to it before it was received",
                (_, after) => after.State.Received is { On: var on } && after.Asked?.OccurredOn < on && after.Happened.Count > 0)
            .Never("behalf", "what staff enter is entered on the citizen's behalf, with how it was said",
                (_, after) => after.Asked is Receive { By: { Office: not Office.Citizen, OnBehalfOf: null } } && after.Happened.Count > 0)
            .Reachable("with a deputy", "an opinion can reach a deputy", at => at.State is Opinion.Open { Deputies.Count: > 0 })
            .Reachable("handed over", "a report can be handed to supervision", at => at.State is Opinion.SealedReport { HandedOver: not null })
            .Reachable("came of it", "a suggestion can come of it, also when it is closed", at => at.State is Opinion.Closed { Suggestions.Count: > 0 }),
        Faults =
        [
            new("an unsettled one is shown to a deputy", "CIT-02", Evolve: (_, e, after) => e is OpinionEvent.NoticeGiven && after is Opinion.Unsettled s ? new Opinion.Open(s.Intake, [_chen]) : after),
            new("the button settles the kind", "CIT-02 person", decide => decide.Tells((_, _, e) => e is OpinionEvent.Received ? [e, new OpinionEvent.KindSettled(OpinionKind.Suggestion, null)] : [e])),
            new("one kind becomes another", "CIT-03", Evolve: (_, e, after) => e is OpinionEvent.Referred && after is Opinion.Elsewhere { Kind: OpinionKind.Redress } s ? s with { Kind = OpinionKind.OutOfScope } : after),
            new("a redress feeds a suggestion", "CIT-03 only", decide => decide.Grants((c, s) => c is LinkSuggestion x && s is Opinion.Closed { Kind: OpinionKind.Redress } ? new OpinionEvent.SuggestionLinked(x.Suggestion) : null)),
            new("fifteen days become working days", "CIT-10", decide => decide.Tells((_, _, e) => e is OpinionEvent.Received { NoticeWithin: { } within } r
                ? [r with { NoticeWithin = within with { Limit = new(15, LimitUnit.WorkingDays) } }] : [e])),
            new("the anonymous are turned away", "CIT-10 every", decide => (c, s) => c is Receive { Contact: null, By.OnBehalfOf: not null } ? new OutOfTurn() : decide(c, s)),
            new("closed without a word to the citizen", "CIT-10 first", decide => decide.Grants((c, s) => c is Close x && s is Opinion.Elsewhere ? new OpinionEvent.Closed(x.Outcome) : null)),
            new("the notice is forgotten over the kind", "CIT-10 owed", Evolve: (_, e, after) => e is OpinionEvent.KindSettled && after is Opinion.Open s ? s with { Intake = s.Intake with { NoticeOwed = null } } : after),
            new("the unreachable are owed a notice", "CIT-32", decide => decide.Tells((_, _, e) => e is OpinionEvent.Received { NoticeWithin: null } r ? [r with { NoticeWithin = _rules.NoticeWithin.StartingOn(_day) }] : [e])),
            new("forwarding unseals a report", "CIT-30", Evolve: (_, e, after) => e is OpinionEvent.Referred && after is Opinion.SealedReport s ? new Opinion.Open(s.Intake) : after),
            new("a clerk hands a report over", "CIT-30 decision", decide => decide.Grants((c, s) => c is Refer { Decision: null } x && s is Opinion.SealedReport ? new OpinionEvent.Referred(x.To, x.Explanation, null, _day) : null)),
            new("a report goes to two places", "CIT-30 once", decide => decide.Sees((c, s) => c is Refer { Decision: not null } && s is Opinion.SealedReport { HandedOver: not null } r ? r with { HandedOver = null } : s)),
            new("a deputy closes it", "DUTY-04", decide => decide.Takes(c => c is Close { By.Office: Office.Deputy } x ? x with { By = _desk } : c)),
            new("an agency refers it", "DUTY-04", decide => decide.Takes(c => c is Refer { By.Office: Office.AgencyClerk } x ? x with { By = _desk } : c)),
            new("to whichever deputy", "district", decide => decide.Takes(c => c is HandToDeputy x ? x with { District = new("district-1") } : c)),
            new("settled before it came", "date", decide => decide.Takes(c => c is SettleKind x ? x with { OccurredOn = _day } : c)),
            new("a clerk writes in a citizen's name", "behalf", decide => decide.Takes(c => c is Receive { By: { Office: Office.IntakeClerk, OnBehalfOf: null } } x ? x with { By = A.IntakeClerk("wang"), Manner = OpinionManner.Spoken } : c)),
            new("closed each time anew", "follows", decide => decide.Grants((c, s) => c is Close x && s is Opinion.Closed ? new OpinionEvent.Closed(x.Outcome) : null)),
            new("handed to the same deputy again", "again", decide => decide.Grants((c, s) => c is HandToDeputy x && s is Opinion.Open { Deputies.Count: 1 } ? new OpinionEvent.HandedToDeputy(x.Deputy) : null)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => ["in a citizen's name by a clerk", "the day before: it is Redress", .. _notTheirs.SelectMany(by => _deeds.Select(deed => $"{by.Office} {deed}"))];

    private static Wish<OpinionCommand> Wish(string name, OpinionCommand command) => new(name, _ => command);

    private static OpinionKind? KindOf(Opinion state) => state switch
    {
        Opinion.Open => OpinionKind.Suggestion,
        Opinion.SealedReport => OpinionKind.Wrongdoing,
        Opinion.Elsewhere s => s.Kind,
        Opinion.Closed s => s.Kind,
        _ => null,
    };
}
