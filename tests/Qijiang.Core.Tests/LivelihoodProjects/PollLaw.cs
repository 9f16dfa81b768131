using CsCheck;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;
using Xunit.Abstractions;
using static Qijiang.Core.LivelihoodProjects.PollCommand;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.LivelihoodProjects;

/// <summary>The law of a poll, proved over every state that the decider can reach with three deputies and two projects.</summary>
public sealed class PollLaw(ITestOutputHelper output) : ProvedLaw<PollLaw>(output), ILaw
{
    private static readonly Poll.Tallied _aTally = (Poll.Tallied)After([.. UntilClosed, .. ((Outcome<PollEvent>.Accepted)PollDecider.Decide(Tally(Two(2, 1)), After(UntilClosed), Rules)).Events]);
    private static readonly Poll.Tallied _aTie = (Poll.Tallied)After([.. UntilClosed, .. ((Outcome<PollEvent>.Accepted)PollDecider.Decide(Tally(Two(2, 2)), After(UntilClosed), Rules)).Events]);
    private static readonly PollId _reVote = new("poll-2027-2");
    private static readonly TallyCounts _threeBallots = new(3, 0, [[3, 0, 0], [1, 0, 0]]);

    private static readonly Proof<PollCommand, Poll, PollEvent> _proof = new(PollDecider.Instance, (command, state) => PollDecider.Decide(command, state, Rules))
    {
        Wishes =
        [
            Wish("prepare", Preparing(Paper)),
            Wish("prepare with a cap", Preparing(Paper with { Terms = new(1, ForMarksCapped: true) })),
            Wish("prepare with as many candidates as seats", Preparing(Paper with { Terms = new(2) })),
            Wish("prepare without a place of a project", Preparing(Paper with { Candidates = [Project("housing") with { Location = new("") }, Project("water")] })),
            Wish("prepare without scrutineers", Preparing(Paper with { Scrutineers = [] })),
            Wish("prepare a re-vote", new PrepareReVote(_reVote, _aTie) { By = Secretariat, OccurredOn = Day }),
            Wish("prepare a re-vote without a tie", new PrepareReVote(_reVote, _aTally) { By = Secretariat, OccurredOn = Day }),
            Wish("adopted by the session", Confirming(Measure)),
            Wish("adopted by the session under another number", Confirming(Measure with { DocumentNumber = "綦人发〔2027〕9号" })),
            Wish("adopted by the Presidium", Confirming(ByPresidium)),
            Wish("a roll of three", Fixing(Voters)),
            Wish("a roll of two and one suspended", Fixing([Li, Wang], 1)),
            Wish("a roll with one twice", Fixing([Li, Wang, Wang])),
            Wish("li is there", SigningIn(Li)),
            Wish("wang is there", SigningIn(Wang)),
            Wish("zhao is there", SigningIn(Zhao)),
            Wish("a visitor is there", SigningIn(new("visitor"))),
            Wish("open with ballots for three", Opening()),
            Wish("open with ballots for two", Opening(Material with { Places = 2 })),
            Wish("open with ballots for one", Opening(Material with { Places = 1 })),
            Wish("close", Closing()),
            Wish("2 to 1", Tally(Two(2, 1))),
            Wish("1 to 2", Tally(Two(1, 2))),
            Wish("tied", Tally(Two(2, 2))),
            Wish("none", Tally(Two(1, 1))),
            Wish("three ballots", Tally(_threeBallots)),
            Wish("by hand", Tally(Two(2, 1)) with { By = Secretariat }),
            Wish("more ballots than the box held", Tally(Two(2, 1)) with { Seal = SealOf(1) }),
            Wish("at the sitting", Announcing()),
            Wish("notice", Publishing("公告1号")),
            Wish("notice without number", Publishing(null)),
            Wish("void", Voiding("断电")),
            Wish("void without reason", Voiding("")),
        ],
        IsEnd = state => state is Poll.Voided or Poll.Tallied { Notice: not null },
        Requirements = spec => spec
            .Never("CONG-02", "no poll opens without two thirds of all deputies present (LIV-12)",
                (before, after) => before.State is Poll.Preparing && after.State is Poll.Open { Held: var h } && h.Present.Count * 3 < h.Frame.AllDeputies * 2)
            .Rule("CONG-04", "the suspended count among all deputies, as the rules say, and do not vote",
                (before, after) => before.State is Poll.Preparing && after.State is Poll.Open,
                (_, after) => Held(after.State) is { } h && h.Frame.AllDeputies == h.Roll.Voters.Count + h.Roll.Suspended)
            .Never("LIV-10", "there are more candidates than places",
                (_, after) => after.Did<PollEvent.Prepared>(e => e.Paper.ReVoteOf is null && e.Paper.Candidates.Count <= e.Paper.Terms.Seats))
            .Never("LIV-11", "deputies know of each candidate what, where, for how much and from which funds",
                (_, after) => after.Did<PollEvent.Prepared>(e => e.Paper.Candidates.Any(c => string.IsNullOrEmpty(c.Location.Text))))
            .Never("LIV-13", "there are scrutineers", (_, after) => after.Did<PollEvent.Prepared>(e => e.Paper.Scrutineers.Count == 0))
            .Never("LIV-14", "no poll opens before the session has adopted its rules, and it opens under those",
                (before, after) => before.State is Poll.Preparing p && after.State is Poll.Open { Held: var h } && p.Rules != h.Frame.Rules)
            .Never("4.0", "the rules are adopted by the congress in session alone",
                (before, after) => before.State is Poll.Preparing { Rules: null } && after.State is Poll.Preparing { Rules: not null, Measure.Kind: not BodyKind.Congress })
            .Never("frozen", "from its opening on nothing in the frame or the roll changes",
                (before, after) => Held(before.State) is { } b && Held(after.State) is { } a && (b.Frame != a.Frame || b.Roll != a.Roll || b.Paper != a.Paper))
            .Never("measure", "adopted rules are not changed",
                (before, after) => before.State is Poll.Preparing { Rules: not null } b && after.State is Poll.Preparing a && (b.Rules != a.Rules || b.Paper != a.Paper))
            .Never("LIV-12", "nobody signs in once the poll is closed",
                (before, after) => before.State is Poll.Closed or Poll.Tallied && Held(after.State) is { } a && Held(before.State)!.Present != a.Present)
            .Invariant("roll", "who is present is on the roll, and nobody is on it twice",
                at => Roll(at.State) is var (present, roll) && present.All(deputy => roll?.Voters.Contains(deputy) is true) && (roll is null || roll.Voters.Distinct().Count() == roll.Voters.Count))
            .Never("DUTY-09", "no person records a tally: it comes from the sealed box",
                (_, after) => after.Did<PollEvent.TallyRecorded>() && after.Asked is not RecordTally { By.Office: Office.System })
            .Never("seal", "and counts what the box held", (_, after) => after.Did<PollEvent.TallyRecorded>(e => e.Seal.Cast != e.Counts.Ballots))
            .AtMost("ARC-05", "a poll is counted once", 1, (_, after) => after.Did<PollEvent.TallyRecorded>())
            .Never("LIV-17", "nothing is adopted without a majority of all deputies (CONG-03)",
                (_, after) => after.State is Poll.Tallied { Outcome.Adopted: var adopted } t && adopted.Any(c => c.For * 2 <= t.Held.Frame.AllDeputies))
            .Rule("LIV-18", "of those that pass, those with most votes get the places",
                (_, after) => after.Did<PollEvent.TallyRecorded>(e => e.Outcome.Adopted.Any()),
                (_, after) => ((PollEvent.TallyRecorded)after.Happened[0]).Outcome is var outcome && outcome.Adopted.Count() == 1 && outcome.Adopted.All(c => outcome.Candidates.All(other => other.For <= c.For)))
            .Rule("LIV-19", "a tie across the last place is settled by a re-vote among the tied, not by id or time",
                (_, after) => after.Did<PollEvent.TallyRecorded>(e => e.Counts == Two(2, 2)),
                (_, after) => ((PollEvent.TallyRecorded)after.Happened[0]).Outcome is { FollowUp: { Kind: FollowUpKind.ReVote, Among.Count: 2 } } outcome && !outcome.Adopted.Any())
            .Never("LIV-19 tied", "and there is no re-vote without a tie, nor on another project",
                (_, after) => after.Did<PollEvent.Prepared>(e => e.Paper.ReVoteOf is not null && (after.Asked is not PrepareReVote { First: var first } || first.Outcome.FollowUp?.Kind is not FollowUpKind.ReVote)))
            .Never("LIV-21", "no result is announced before it is counted",
                (before, after) => after.State is Poll.Tallied { AtTheSitting: true } or Poll.Tallied { Notice: not null } && before.State is not Poll.Tallied)
            .Never("LIV-21 notice", "the notice follows the announcement at the sitting, and has a number",
                (before, after) => after.Did<PollEvent.ResultAnnounced>(e => e.How is Announcement.PublicNotice && (string.IsNullOrEmpty(e.DocumentNumber) || before.State is Poll.Tallied { AtTheSitting: false })))
            .Never("LIV-15", "a poll with more ballots than were given out has no result",
                (_, after) => after.State is Poll.Tallied t && t.Counts.Ballots > t.Held.Present.Count)
            .Never("void", "a poll is declared void with a reason", (_, after) => after.Did<PollEvent.DeclaredVoid>(e => e.Ground is VoidGround.Declared && string.IsNullOrEmpty(e.Reason?.Text)))
            .Never("void late", "an announced result is not declared void", (before, after) => before.State is Poll.Tallied { AtTheSitting: true } && after.State is Poll.Voided)
            .Reachable("adopted", "a project can be adopted and its result published", at => at.State is Poll.Tallied { Notice: not null } t && t.Outcome.Adopted.Any())
            .Reachable("tie", "a tie can occur", at => at.State is Poll.Tallied { Outcome.FollowUp.Kind: FollowUpKind.ReVote })
            .Reachable("none", "no project may pass", at => at.State is Poll.Tallied t && !t.Outcome.Adopted.Any() && t.Outcome.FollowUp?.Kind is FollowUpKind.SeatsEmpty)
            .Reachable("over-collected", "a poll can turn out void by its count", at => at.State is Poll.Voided { Ground: VoidGround.OverCollected })
            .Reachable("re-vote", "a re-vote can be held", at => at.State is Poll.Open { Held.Paper.ReVoteOf: not null }),
        Faults =
        [
            new("opened without quorum", "CONG-02", decide => decide.Sees((c, s) => c is OpenPoll && s is Poll.Preparing { Roll: { } roll } p ? p with { Present = roll.Voters } : s)),
            new("the suspended are left out", "CONG-04", decide => decide.Tells((_, s, e) => e is PollEvent.Opened o ? [o with { Frame = o.Frame with { AllDeputies = 2 } }] : [e])),
            new("as many candidates as places", "LIV-10", decide => decide.Grants((c, s) => c is Prepare { Paper.Terms.Seats: 2 } x && s is Poll.NotPrepared ? new PollEvent.Prepared(x.Paper) : null)),
            new("a project without a place", "LIV-11", decide => decide.Tells((_, _, e) => e is PollEvent.Prepared p ? [new PollEvent.Prepared(p.Paper with { Candidates = [p.Paper.Candidates[0] with { Location = new("") }, .. p.Paper.Candidates.Skip(1)] })] : [e])),
            new("nobody scrutinises", "LIV-13", decide => decide.Grants((c, s) => c is Prepare { Paper.Scrutineers.Count: 0 } x && s is Poll.NotPrepared ? new PollEvent.Prepared(x.Paper) : null)),
            new("opened under other rules", "LIV-14", decide => decide.Tells((_, _, e) => e is PollEvent.Opened o ? [o with { Frame = o.Frame with { Rules = o.Frame.Rules.ForReVote(1) } }] : [e])),
            new("opened before the session", "LIV-14", Evolve: (_, e, after) => e is PollEvent.RollFixed && after is Poll.Preparing { Rules: null } p ? new Poll.Open(new(p.Paper, Measure, p.Roll!, Frame, [Li, Wang])) : after),
            new("rules adopted by the Presidium", "4.0", decide => decide.Takes(c => c is ConfirmRules { Decision.Kind: BodyKind.Presidium } x ? x with { Decision = Measure } : c)
                .Tells((c, _, e) => e is PollEvent.RulesConfirmed r && c is ConfirmRules x ? [r with { Decision = x.Decision }] : [e])),
            new("another frame at closing", "frozen", Evolve: (_, e, after) => e is PollEvent.Closed && after is Poll.Closed { Held: var h } ? new Poll.Closed(h with { Frame = h.Frame with { AllDeputies = 2 } }) : after),
            new("rules changed after adoption", "measure", Evolve: (before, e, after) => e is PollEvent.DeputySignedIn && before is Poll.Preparing { Rules: not null } && after is Poll.Preparing p ? p with { Rules = p.Rules!.ForReVote(1) } : after),
            new("signed in after closing", "LIV-12", Evolve: (_, e, after) => e is PollEvent.TallyRecorded && after is Poll.Tallied { Held.Present.Count: 2 } t ? t with { Held = t.Held with { Present = Voters } } : after),
            new("a visitor signs in", "roll", decide => decide.Grants((c, s) => c is SignIn { Deputy.Value: "visitor" } x && s is Poll.Preparing ? new PollEvent.DeputySignedIn(x.Deputy) : null)),
            new("one is on the roll twice", "roll", decide => decide.Grants((c, s) => c is FixRoll { Voters: [_, { Value: "wang" }, { Value: "wang" }] } x && s is Poll.Preparing ? new PollEvent.RollFixed(new(x.Voters, 0)) : null)),
            new("counted by hand", "DUTY-09", decide => decide.Takes(c => c is RecordTally x ? x with { By = Actor.Qijiang } : c)),
            new("more ballots than in the box", "seal", decide => decide.Takes(c => c is RecordTally x ? x with { Seal = SealOf(x.Counts.Ballots) } : c).Tells((c, _, e) => e is PollEvent.TallyRecorded t && c is RecordTally x ? [t with { Seal = x.Seal }] : [e])),
            new("a second tally", "ARC-05", decide => decide.Sees((c, s) => c is RecordTally && s is Poll.Tallied t ? new Poll.Closed(t.Held) : s)),
            new("adopted by half of all", "LIV-17", decide => decide.Tells((_, _, e) => e is PollEvent.TallyRecorded t && t.Counts == Two(1, 1) ? [t with { Outcome = Adopt(t.Outcome) }] : [e])),
            new("the first of the list wins", "LIV-18", decide => decide.Tells((_, _, e) => e is PollEvent.TallyRecorded t && t.Counts == Two(1, 2) ? [t with { Outcome = _aTally.Outcome with { Candidates = _aTally.Outcome.Candidates.Select((c, i) => c with { For = i + 2 }).ToValueList() } }] : [e])),
            new("a tie goes to the first", "LIV-19", decide => decide.Tells((_, _, e) => e is PollEvent.TallyRecorded t && t.Counts == Two(2, 2) ? [t with { Outcome = _aTally.Outcome }] : [e])),
            new("a re-vote without a tie", "LIV-19 tied", decide => decide.Takes(c => c is PrepareReVote x ? x with { First = _aTie } : c)),
            new("announced before the tally", "LIV-21", Evolve: (_, e, after) => e is PollEvent.Closed && after is Poll.Closed { Held: var h } ? _aTally with { Held = h, AtTheSitting = true } : after),
            new("published before the sitting", "LIV-21 notice", decide => decide.Grants((c, s) => c is Announce { DocumentNumber: not null } x && s is Poll.Tallied { AtTheSitting: false } ? new PollEvent.ResultAnnounced(x.How, x.DocumentNumber) : null)),
            new("over-collected and counted", "LIV-15", decide => decide.Tells((_, _, e) => e is PollEvent.DeclaredVoid { Ground: VoidGround.OverCollected } ? [] : [e])),
            new("void, and no word why", "void", decide => decide.Tells((_, _, e) => e is PollEvent.DeclaredVoid { Ground: VoidGround.Declared } d ? [d with { Reason = null }] : [e])),
            new("void after the announcement", "void late", Evolve: (before, e, after) => e is PollEvent.ResultAnnounced { How: Announcement.PublicNotice } && before is Poll.Tallied b ? new Poll.Voided(b.Held.Paper, VoidGround.Declared) : after),
            new("closed each time anew", "follows", decide => decide.Grants((c, s) => c is ClosePoll && s is Poll.Closed ? new PollEvent.Closed(2) : null)),
            new("signed in each time anew", "again", decide => decide.Grants((c, s) => c is SignIn x && s is Poll.Open { Held: var h } && h.Present.Contains(x.Deputy) ? new PollEvent.DeputySignedIn(x.Deputy) : null)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => [
        "prepare with as many candidates as seats", "prepare without a place of a project", "prepare without scrutineers", "prepare a re-vote without a tie", "adopted by the Presidium", "a roll with one twice",
        "a visitor is there", "open with ballots for one", "by hand", "more ballots than the box held", "notice without number", "void without reason"];

    private static Wish<PollCommand> Wish(string name, PollCommand command) => new(name, _ => command);

    private static PollOutcome Adopt(PollOutcome outcome) =>
        outcome with { Candidates = outcome.Candidates.Select(c => c with { Standing = Standing.Adopted }).ToValueList() };

    private static (ValueList<PersonId> Present, PollRoll? Roll) Roll(Poll state) => state is Poll.Preparing p ? (p.Present, p.Roll) : Held(state) is { } h ? (h.Present, h.Roll) : ([], null);

    private static PollHeld? Held(Poll state) => state switch
    {
        Poll.Open s => s.Held,
        Poll.Closed s => s.Held,
        Poll.Tallied s => s.Held,
        _ => null,
    };
}
