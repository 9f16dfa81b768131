using CsCheck;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit.Abstractions;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>The law of the longer limit in a town whose own rules ask for the desk's consent, proved over every state that the decider can reach.</summary>
public sealed class LongerLimitLaw(ITestOutputHelper output) : ProvedLaw<LongerLimitLaw>(output), ILaw
{
    private static readonly LocalDate _asked = new(2026, 6, 1), _decided = new(2026, 6, 5), _replied = new(2026, 7, 1);

    private static readonly RuleSet _consent = Chongqing.With(new("own.json", """
        { "set": "own", "rules": [
          { "key": "suggestion.extensionApproval", "id": "OWN-1", "from": "2018-01-01", "title": { "zh": "延长答复期限须经同意", "en": "consent to the longer limit" },
            "source": { "law": "本级办法" }, "value": "Desk", "confidence": "T", "status": "active" } ] }
        """));

    private static readonly Scenarios _town = new(_consent, CongressLevel.Town), _district = new(_consent), _noConsent = new(Chongqing, CongressLevel.Town);

    private static readonly Suggestion _start = NotSubmitted.GivenDone(Submission(), Receipt, Assignment).State;

    private static readonly Proof<SuggestionCommand, Suggestion, SuggestionEvent> _proof = new(SuggestionDecider.Instance, (c, s) => SuggestionDecider.Decide(c, s, _town.SuggestionRules(c.OccurredOn)), _start)
    {
        Wishes =
        [
            Wish("divide", Division(Lead, CoHandler)),
            Wish("the office finds it broad", Division(Lead with { ComplexBecause = new("x") }, CoHandler)),
            Wish("longer", new Extend(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = _asked }),
            Wish("agree", new DecideExtension(City, true, A.DeskDecision(_decided)) { By = A.DeskClerk(), OccurredOn = _decided }),
            Wish("decline", new DecideExtension(City, false, A.DeskDecision(_decided), new("x")) { By = A.DeskClerk(), OccurredOn = _decided }),
            Wish("decline without a word", new DecideExtension(City, false, A.DeskDecision(_decided)) { By = A.DeskClerk(), OccurredOn = _decided }),
            Wish("the office agrees", new DecideExtension(City, true, A.CoordinatingDecision(_decided)) { By = A.DeskClerk(), OccurredOn = _decided }),
            Wish("reply", Reply(_replied)),
        ],
        IsEnd = state => state is Suggestion.InHand { IsAnswered: true },
        Requirements = spec => spec
            .Rule("SUG-21", "a town's suggestion is answered within 2 months of assignment, at the latest within 4",
                (_, after) => Owed(after.State) is not null,
                (_, after) => Owed(after.State) is { Start: var start, Limit: { Count: var count, Unit: LimitUnit.Months } } && start == ToAgencies && count == (IsLonger(after.State) ? 4 : 2))
            .Never("SUG-20a", "it takes the desk's consent, where the rules ask for it",
                (_, after) => after.Did<SuggestionEvent.ExtensionGranted>(e => e.Decision?.Kind is not BodyKind.Desk) || after.Did<SuggestionEvent.HandlingOpened>(e => e.ComplexBecause is not null))
            .Never("SUG-20a asked", "and the agency has asked for it",
                (before, after) => after.Did<SuggestionEvent.ExtensionGranted>() && Part(before.State)?.Stage is not Stage.Replying { Extension: not null })
            .Never("SUG-20a reasons", "it is declined with reasons, and then for good",
                (before, after) => after.Did<SuggestionEvent.ExtensionDeclined>(e => string.IsNullOrEmpty(e.Reasons.Text))
                    || (Part(before.State)?.Stage is Stage.Replying { Extension.Granted: false } && after.Did<SuggestionEvent.ExtensionGranted>()))
            .Reachable("longer", "it can be granted", at => Part(at.State)?.Stage is Stage.Replying { Extension.Granted: true })
            .Reachable("declined", "and declined", at => Part(at.State)?.Stage is Stage.Replying { Extension.Granted: false }),
        Faults =
        [
            new("a town's clock is a district's", "SUG-21", _ => (c, s) => SuggestionDecider.Decide(c, s, _district.SuggestionRules(c.OccurredOn))),
            new("two months more", "SUG-21", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ExtensionGranted g ? [g with { Owed = g.Owed with { Start = _decided, Limit = new(2, LimitUnit.Months) } }] : [e])),
            new("nobody is asked", "SUG-20a", _ => (c, s) => SuggestionDecider.Decide(c, s, _noConsent.SuggestionRules(c.OccurredOn))),
            new("the office is enough", "SUG-20a", decide => (c, s) => c is DecideExtension { Decision.Kind: BodyKind.CoordinatingOffice } x
                ? decide(x with { Decision = A.DeskDecision(_decided) }, s) is Outcome<SuggestionEvent>.Accepted { Events: [SuggestionEvent.ExtensionGranted g] } ? new Outcome<SuggestionEvent>.Accepted([g with { Decision = x.Decision }]) : decide(c, s)
                : decide(c, s)),
            new("agreed to unasked", "SUG-20a asked", decide => decide.Sees((c, s) => c is DecideExtension && Part(s)?.Stage is Stage.Replying { Extension: null } r
                ? Put(s, h => h with { Stage = r with { Extension = new(_asked, new("x")) } }) : s)),
            new("declined without a word", "SUG-20a reasons", decide => decide.Tells((_, _, e) => e is SuggestionEvent.ExtensionDeclined d ? [d with { Reasons = new("") }] : [e])),
            new("agreed to after all", "SUG-20a reasons", decide => decide.Sees((c, s) => c is DecideExtension { Granted: true } && Part(s)?.Stage is Stage.Replying { Extension: { Granted: false } x } r
                ? Put(s, h => h with { Stage = r with { Extension = x with { Granted = null, Decision = null } } }) : s)),
            new("declined each time anew", "again", decide => decide.Grants((c, s) => c is DecideExtension { Granted: false, Reasons: { } why } x && Part(s)?.Stage is Stage.Replying { Extension: not null } ? new SuggestionEvent.ExtensionDeclined(City, why, x.Decision) : null)),
            new("declined when it is answered", "follows", decide => decide.Grants((c, s) => c is DecideExtension { Granted: false, Reasons: { } why } x && Part(s)?.Stage is Stage.Evaluating ? new SuggestionEvent.ExtensionDeclined(City, why, x.Decision) : null)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => ["the office finds it broad", "decline without a word", "the office agrees"];

    private static Wish<SuggestionCommand> Wish(string name, SuggestionCommand command) => new(name, _ => command);

    private static Handling? Part(Suggestion state) => (state as Suggestion.InHand)?.Handlings.First(h => h.Agency == City);

    private static StatutoryPeriod? Owed(Suggestion state) => (Part(state)?.Stage as Stage.Replying)?.Owed;

    private static bool IsLonger(Suggestion state) => Part(state)?.Stage is Stage.Replying { Extension.Granted: true };

    private static Suggestion Put(Suggestion state, Func<Handling, Handling> change) => state is Suggestion.InHand s
        ? s with { Handlings = s.Handlings.Select(h => h.Agency == City ? change(h) : h).ToValueList() } : state;
}
