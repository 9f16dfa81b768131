using CsCheck;
using FluentAssertions;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;
using Xunit;
using Xunit.Abstractions;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.LivelihoodProjects;

/// <summary>The law of a poll, proved over every state that the decider can reach with three deputies and two projects.</summary>
public sealed class PollLaw(ITestOutputHelper output)
{
    private static readonly Poll.Tallied _aTally = (Poll.Tallied)After([.. UntilClosed, .. ((Outcome<PollEvent>.Accepted)PollDecider.Decide(Tally(Two(2, 1)), After(UntilClosed), Rules)).Events]);

    private static readonly Asked[] _prepares = [new("paper", Preparing(Paper)), new("paper with a cap", Preparing(Paper with { Terms = new(1, ForMarksCapped: true) }))];
    private static readonly Asked[] _confirms = [new("session", Confirming(Measure)), new("session, other number", Confirming(Measure with { DocumentNumber = "綦人发〔2027〕9号" })), new("presidium", Confirming(ByPresidium))];
    private static readonly Asked[] _rolls = [new("three", Fixing(Voters)), new("two and one suspended", Fixing([Li, Wang], 1))];
    private static readonly Asked[] _signIns = [new("li", SigningIn(Li)), new("wang", SigningIn(Wang)), new("zhao", SigningIn(Zhao)), new("a visitor", SigningIn(new("visitor")))];
    private static readonly Asked[] _openings = [new("ballots for three", Opening()), new("ballots for two", Opening(Material with { Places = 2 })), new("ballots for one", Opening(Material with { Places = 1 }))];
    private static readonly Asked[] _closings = [new("by the secretariat", Closing())];
    private static readonly Asked[] _announcements = [new("at the sitting", Announcing()), new("notice", Publishing("公告1号")), new("notice without number", Publishing(null))];
    private static readonly Asked[] _voids = [new("with reason", Voiding("断电")), new("without reason", Voiding(""))];
    private static readonly Asked[] _tallies =
    [
        new("2 to 1", Tally(Two(2, 1))), new("1 to 2", Tally(Two(1, 2))), new("tied", Tally(Two(2, 2))), new("none", Tally(Two(1, 1))),
        new("three ballots", Tally(new(3, 0, [[3, 0, 0], [1, 0, 0]]))), new("by hand", Tally(Two(2, 1)) with { By = Secretariat }),
    ];

    private static Spec<Poll> Law() => CsCheck.Spec.From(PollDecider.Instance.Initial)
        .Action("prepare", _prepares, Changes, Ask)
        .Action("adopt the rules", _confirms, Changes, Ask)
        .Action("fix the roll", _rolls, Changes, Ask)
        .Action("sign in", _signIns, Changes, Ask)
        .Action("open", _openings, Changes, Ask)
        .Action("close", _closings, Changes, Ask)
        .Action("tally", _tallies, Changes, Ask)
        .Action("announce", _announcements, Changes, Ask)
        .Action("declare void", _voids, Changes, Ask)
        .Terminal(s => s is Poll.Voided or Poll.Tallied { Notice: not null })
        .Print(s => s.GetType().Name)
        .Never("CONG-02", "no poll opens without two thirds of all deputies present",
            (before, after) => before is Poll.Preparing && after is Poll.Open { Held: var h } && h.Present.Count * 3 < h.Frame.AllDeputies * 2)
        .Never("LIV-14", "no poll opens before the session has adopted its rules, and it opens under those",
            (before, after) => before is Poll.Preparing p && after is Poll.Open { Held: var h } && p.Rules != h.Frame.Rules)
        .Never("4.0", "the rules are adopted by the congress in session alone",
            (before, after) => before is Poll.Preparing { Rules: null } && after is Poll.Preparing { Rules: not null, Measure.Kind: not BodyKind.Congress })
        .Never("frozen", "from its opening on nothing in the frame or the roll changes",
            (before, after) => Held(before) is { } b && Held(after) is { } a && (b.Frame != a.Frame || b.Roll != a.Roll || b.Paper != a.Paper))
        .Never("measure", "adopted rules are not changed",
            (before, after) => before is Poll.Preparing { Rules: not null } b && after is Poll.Preparing a && (b.Rules != a.Rules || b.Paper != a.Paper))
        .Never("LIV-12", "nobody signs in once the poll is closed",
            (before, after) => before is Poll.Closed or Poll.Tallied && Held(after) is { } a && Held(before)!.Present != a.Present)
        .Invariant("roll", "who is present is on the roll",
            s => (s is Poll.Preparing p ? (p.Present, p.Roll) : Held(s) is { } h ? (h.Present, h.Roll) : ([], null)) is var (present, roll) && present.All(deputy => roll!.Voters.Contains(deputy)))
        .AtMost("ARC-05", "a poll is counted once", 1,
            (before, after) => after is Poll.Tallied a && (before as Poll.Tallied)?.Counts != a.Counts)
        .Never("LIV-17", "nothing is adopted without a majority of all deputies",
            (_, after) => after is Poll.Tallied { Outcome.Adopted: var adopted } t && adopted.Any(c => c.For * 2 <= t.Held.Frame.AllDeputies))
        .Never("LIV-21", "no result is announced before it is counted",
            (before, after) => after is Poll.Tallied { AtTheSitting: true } or Poll.Tallied { Notice: not null } && before is not Poll.Tallied)
        .Never("LIV-21 notice", "the notice follows the announcement at the sitting",
            (before, after) => after is Poll.Tallied { Notice: not null } && before is Poll.Tallied { AtTheSitting: false })
        .Never("LIV-15", "a poll with more ballots than were given out has no result",
            (_, after) => after is Poll.Tallied t && t.Counts.Ballots > t.Held.Present.Count)
        .Never("void", "a void poll stays void", (before, after) => before is Poll.Voided && after != before)
        .Never("void late", "an announced result is not declared void", (before, after) => before is Poll.Tallied { AtTheSitting: true } && after is Poll.Voided)
        .Reachable("adopted", "a project can be adopted and its result published", s => s is Poll.Tallied { Notice: not null } t && t.Outcome.Adopted.Any())
        .Reachable("tie", "a tie can occur", s => s is Poll.Tallied { Outcome.FollowUp.Kind: FollowUpKind.ReVote })
        .Reachable("none", "no project may pass", s => s is Poll.Tallied t && !t.Outcome.Adopted.Any() && t.Outcome.FollowUp?.Kind is FollowUpKind.SeatsEmpty)
        .Reachable("over-collected", "a poll can turn out void by its count", s => s is Poll.Voided { Ground: VoidGround.OverCollected })
        .Fault("opened without quorum", "sign in", (_, after) => after is Poll.Preparing { Rules: not null, Roll: not null, Present.Count: 1 } p
            ? new Poll.Open(new(p.Paper, p.Measure!, p.Roll, Frame, p.Present)) : after)
        .Fault("opened under other rules", "open", (_, after) => after is Poll.Open { Held: var h }
            ? new Poll.Open(h with { Frame = h.Frame with { Rules = h.Frame.Rules.ForReVote(1) } }) : after)
        .Fault("rules adopted by the presidium", "adopt the rules", (_, after) => after is Poll.Preparing p ? p with { Measure = ByPresidium } : after)
        .Fault("rules changed after adoption", "sign in", (before, after) => before is Poll.Preparing { Rules: not null } && after is Poll.Preparing p
            ? p with { Rules = p.Rules!.ForReVote(1) } : after)
        .Fault("another frame at closing", "close", (_, after) => after is Poll.Closed { Held: var h } ? new Poll.Closed(h with { Frame = h.Frame with { AllDeputies = 2 } }) : after)
        .Fault("signed in after closing", "tally", (_, after) => after is Poll.Tallied { Held.Present.Count: 2 } t ? t with { Held = t.Held with { Present = Voters } } : after)
        .Fault("a visitor signs in", "sign in", (_, after) => after is Poll.Preparing p ? p with { Present = p.Present.Add(new("visitor")) } : after)
        .Fault("announced before the tally", "close", (_, after) => after is Poll.Closed { Held: var h } ? _aTally with { Held = h, AtTheSitting = true } : after)
        .Fault("a second tally", "announce", (_, after) => after is Poll.Tallied t && t.Counts == Two(2, 1) ? t with { Counts = Two(1, 2) } : after)
        .Fault("adopted by half of all", "tally", (_, after) => after is Poll.Tallied t && t.Counts == Two(1, 1) ? t with { Outcome = Adopt(t.Outcome) } : after)
        .Fault("published before the sitting", "announce", (before, after) => before is Poll.Tallied { AtTheSitting: false } && after is Poll.Tallied t ? t with { Notice = "公告1号" } : after)
        .Fault("over-collected and counted", "tally", (before, after) => before is Poll.Closed { Held: var h } && after is Poll.Voided ? _aTally with { Held = h, Counts = new(3, 0, [[3, 0, 0], [1, 0, 0]]) } : after)
        .Fault("void after the announcement", "announce", (before, after) => before is Poll.Tallied { AtTheSitting: true } b ? new Poll.Voided(b.Held.Paper, VoidGround.Declared) : after);

    [Fact]
    public void Holds_in_every_reachable_state()
    {
        var report = Check.Exhaustive(Law(), output.WriteLine);

        report.Closed.Should().BeTrue();
        report.DeadlockStates.Should().Be(0);
        report.NeverFired.Should().BeEquivalentTo(
            "adopt the rules(presidium)", "sign in(a visitor)", "open(ballots for one)", "tally(by hand)", "announce(notice without number)", "declare void(without reason)");
    }

    [Theory]
    [InlineData("opened without quorum", "CONG-02")]
    [InlineData("opened under other rules", "LIV-14")]
    [InlineData("rules adopted by the presidium", "4.0")]
    [InlineData("rules changed after adoption", "measure")]
    [InlineData("another frame at closing", "frozen")]
    [InlineData("signed in after closing", "LIV-12")]
    [InlineData("a visitor signs in", "roll")]
    [InlineData("announced before the tally", "LIV-21")]
    [InlineData("a second tally", "ARC-05")]
    [InlineData("adopted by half of all", "LIV-17")]
    [InlineData("published before the sitting", "LIV-21 notice")]
    [InlineData("over-collected and counted", "LIV-15")]
    [InlineData("void after the announcement", "void late")]
    public void Catches_every_planted_fault_by_the_rule_meant(string fault, string rule) => _faults.Value.CaughtBy(fault).Should().Be(rule);

    [Fact]
    public void Asking_twice_adds_nothing()
    {
        var commands = new[] { _prepares, _confirms, _rolls, _signIns, _openings, _closings, _tallies, _announcements, _voids }.SelectMany(c => c).ToArray();
        Gen.OneOf(commands).Array[0, 20].Sample(asked =>
        {
            var state = PollDecider.Instance.Initial;
            foreach (var command in asked)
            {
                state = Ask(state, command);
                var again = PollDecider.Decide(command.Command, state, Rules);
                if (again is Outcome<PollEvent>.Accepted { Events: var events }) events.Should().BeEmpty("{0} was asked before", command);
            }
        });
    }

    private static readonly Lazy<SpecFaultsReport> _faults = new(() => Check.Faults(Law(), throwOnUncaught: false));

    private static PollOutcome Adopt(PollOutcome outcome) =>
        outcome with { Candidates = outcome.Candidates.Select(c => c with { Standing = Standing.Adopted }).ToValueList() };

    private static PollHeld? Held(Poll state) => state switch
    {
        Poll.Open s => s.Held,
        Poll.Closed s => s.Held,
        Poll.Tallied s => s.Held,
        _ => null,
    };

    private static bool Changes(Poll state, Asked asked) => Ask(state, asked) != state;

    private static Poll Ask(Poll state, Asked asked) => PollDecider.Decide(asked.Command, state, Rules) is Outcome<PollEvent>.Accepted { Events: var events }
        ? events.Aggregate(state, PollDecider.Instance.Evolve)
        : state;

    /// <summary>A command with a short name, for the report.</summary>
    private sealed record Asked(string Name, PollCommand Command)
    {
        public override string ToString() => Name;
    }
}
