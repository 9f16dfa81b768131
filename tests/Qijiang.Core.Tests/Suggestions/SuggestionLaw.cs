using CsCheck;
using FluentAssertions;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;
using Xunit;
using Xunit.Abstractions;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>The whole course of a suggestion, proved over every state that the decider can reach (the articles act by act stand in the laws of submission, handling and evaluation): a lead and a co-handler side by side, a reassignment, a promise, and time that passes.</summary>
public sealed class SuggestionLaw(ITestOutputHelper output)
{
    private static readonly BodyId[] _replying = [City, Water];

    [Fact]
    public void Holds_in_every_reachable_state()
    {
        var report = Check.Exhaustive(Law(), output.WriteLine);
        report.Closed.Should().BeTrue();
        report.DeadlockStates.Should().Be(0);
        report.NeverFired.Should().OnlyContain(act => act.StartsWith("evaluate by a co-signer", StringComparison.Ordinal)).And.NotBeEmpty();
    }

    [Fact]
    public void Asking_again_changes_nothing_wherever_it_stands()
    {
        var seen = new HashSet<World> { World.Start };
        var next = new Queue<World>(seen);
        while (next.TryDequeue(out var world))
        {
            foreach (var command in world.Wishes())
            {
                var after = world.Ask(command);
                if (after == world) continue;
                after.Decide(command).Should().BeOfType<Outcome<SuggestionEvent>.Accepted>($"{command} was accepted a moment ago").Which.Events.Should().BeEmpty();
                if (seen.Add(after)) next.Enqueue(after);
            }
            if (world.Day < World.LastDay && seen.Add(world with { Day = world.Day + 1 })) next.Enqueue(world with { Day = world.Day + 1 });
        }
        output.WriteLine($"{seen.Count} states");
    }

    [Theory]
    [InlineData("an unconfirmed co-signer signs", "SUG-02")]
    [InlineData("what was withdrawn comes back", "SUG-07")]
    [InlineData("reassignment forgets the first date", "SUG-14")]
    [InlineData("the longer limit counts from today", "SUG-20")]
    [InlineData("a new reply drops the promise", "SUG-23")]
    [InlineData("dissatisfied, it closes by itself", "SUG-32")]
    [InlineData("a third round", "SUG-34")]
    [InlineData("bad delivery is handled again", "SUG-35")]
    [InlineData("satisfied by silence", "SUG-36")]
    [InlineData("a correction without end", "SUG-38")]
    [InlineData("a lapsed promise is forgotten", "SUG-46")]
    [InlineData("nobody owes an evaluation", "OWED")]
    [InlineData("one agency has two parts", "OWED-once")]
    public void Catches_every_planted_fault_by_the_rule_meant(string fault, string rule) => Faults.Value.CaughtBy(fault).Should().StartWith(rule);

    [Fact]
    public void Every_requirement_can_be_broken() => Faults.Value.Unexercised.Should().Equal(["SUG-34[water]"], "of the two that reply, the first is enough");

    private static readonly Lazy<SpecFaultsReport> Faults = new(() => Check.Faults(Law("opinion", "demand anew", "evaluate opinion")));

    // Faults are looked for with a co-handler that keeps silent: a fifth of the states, and the same requirements.
    private static Spec<World> Law(params string[] without)
    {
        var spec = Spec.From(World.Start).Print(Short);
        foreach (var (act, count) in World.Acts.Where(a => !without.Contains(a.Act)))
            spec = spec.Action(act, [.. Enumerable.Range(0, count)], (w, n) => w.Ask(w.Wish(act, n)) != w, (w, n) => w.Ask(w.Wish(act, n)));

        return spec
            .Action("time passes", w => w.Day < World.LastDay, w => w with { Day = w.Day + 1 })
            .Terminal(w => w.Suggestion is Suggestion.Returned or Suggestion.Merged or Suggestion.Withdrawn or Suggestion.InHand { IsStruckOff: true })
            .Precedes("SUG-02", "nobody signs who has not confirmed",
                (_, after) => after.Suggestion is Suggestion.Submitted { Makers.CoSigners.Count: > 0 },
                (before, after) => before.Suggestion is Suggestion.Submitted && SuggestionDecider.DossierOf(after.Suggestion)?.Makers.CoSigners.Count > 0)
            .Rule("SUG-07", "what has ended stays as it is",
                (before, _) => before.Suggestion is Suggestion.Returned or Suggestion.Merged or Suggestion.Withdrawn,
                (before, after) => before.Suggestion == after.Suggestion)
            .Rule("SUG-14", "the date of the first assignment stays, whatever follows",
                (before, after) => before.Suggestion is Suggestion.InHand && after.Suggestion is Suggestion.InHand,
                (before, after) => ((Suggestion.InHand)before.Suggestion).FirstAssigned == ((Suggestion.InHand)after.Suggestion).FirstAssigned
                    && after.Handlings.All(h => before.Handlings.Any(x => (x.Role, x.FirstAssignedOn) == (h.Role, h.FirstAssignedOn))))
            .Rule("SUG-20", "the longer limit counts from assignment, not from today", on: "extend",
                (before, after) => after.Handlings.All(h => OwedSince(h) == OwedSince(before.Of(h.Agency)!)))
            .Rule("SUG-23", "a promise is not lost by a new reply", on: "reply",
                (before, after) => before.Commitments.All(c => after.Commitments.Any(x => x.Id == c.Id)))
            .Never("SUG-32", "dissatisfied with a reply, it never closes but by the desk's decision", on: "evaluate",
                (before, after) => Moved(before, after, s => s is Stage.Evaluating { Of: Subject.Reply }, s => s is Stage.Closed { Grading.Grade: SatisfactionGrade.Dissatisfied }))
            .AtMost("SUG-34", "a third round never happens: re-handled once, then the desk convenes", _replying, 1,
                (before, after, agency) => before.Of(agency)?.Stage is Stage.DemandSent && after.Of(agency)?.Stage is Stage.Replying)
            .Never("SUG-35", "dissatisfied with delivery, it is not handled again but goes to the meeting", on: "evaluate delivery",
                (before, after) => before.Commitments.Any(c => c.Delivery is Delivery.Reported && after.Commitments.First(x => x.Id == c.Id).Delivery is Delivery.Promised or Delivery.Lapsed)
                    || Moved(before, after, _ => true, s => s is Stage.DemandSent))
            .Never("SUG-36", "silence is never satisfaction", on: "urge",
                (before, after) => Moved(before, after, s => s is Stage.Evaluating, s => s is not Stage.Evaluating))
            .Never("SUG-38", "a correction never takes longer than its window", on: "correct",
                (before, after) => Moved(before, after, s => s.Graded is { } g && g.Correctable.Start != before.Today, _ => true))
            .Never("SUG-46", "a lapsed promise leaves the desk only by a report or by its opinion",
                (before, after) => before.Commitments.Any(c => c.Delivery is Delivery.Lapsed
                    && after.Commitments.FirstOrDefault(x => x.Id == c.Id)?.Delivery is not (Delivery.Lapsed or Delivery.Reported or Delivery.ResolvedByDesk)))
            .Invariant("OWED", "as long as it is not struck off, somebody owes something or the matter is on the desk",
                w => w.Suggestion is not Suggestion.InHand { IsStruckOff: false } || SuggestionObligations.Of(w.Suggestion).Count > 0 || w.Handlings.Any(OnTheDesk))
            .Invariant("OWED-once", "nothing is owed twice under one name",
                w => SuggestionObligations.Of(w.Suggestion).Select(o => o.Id).Distinct().Count() == SuggestionObligations.Of(w.Suggestion).Count)
            .Reachable("resolved", "the desk's handling opinion can end it", w => w.Handlings.Any(h => h.Stage is Stage.ResolvedByDesk))
            .Reachable("delivered", "a promise can be kept", w => w.Handlings.Any(h => h is { IsSettled: true, Commitments.Count: > 0 }))
            .Reachable("uncounted", "an evaluation can be too late to count", w => w.Handlings.Any(h => h.Stage.Graded is { Counted: false }))
            .Reachable("reassigned", "a part can go to another agency", w => w.Of(Water) is not null)

            .Fault("an unconfirmed co-signer signs", "receive", (_, after) => after.Suggestion is Suggestion.AwaitingAssignment { Dossier: var d } s
                ? after with { Suggestion = s with { Dossier = d with { Makers = d.Makers with { CoSigners = [Li] } } } } : after)
            .Fault("what was withdrawn comes back", (before, _) => before.Suggestion is Suggestion.Withdrawn, (before, after) => after with { Suggestion = new Suggestion.NotSubmitted() })
            .Fault("reassignment forgets the first date", "reassign", (_, after) => Put(after, h => h.Agency == Water, h => h with { FirstAssignedOn = h.FirstAssignedOn.PlusDays(1) }))
            .Fault("the longer limit counts from today", "extend", (before, after) => Put(after, h => before.Of(h.Agency) != h, h => h.Stage is Stage.Replying r
                ? h with { Stage = r with { Owed = r.Owed with { Start = r.Owed.Start.PlusDays(1) } } } : h))
            .Fault("a new reply drops the promise", "reply", (_, after) => Put(after, h => h.Stage is Stage.Evaluating { Round: 1 }, h => h with { Commitments = [] }))
            .Fault("dissatisfied, it closes by itself", "evaluate", (_, after) => Put(after, h => h.Stage is Stage.BeforeDesk, h => h.Stage is Stage.BeforeDesk s
                ? h with { Stage = new Stage.Closed(s.Round, Subject.Reply, s.Answer, s.Grading) } : h))
            .Fault("a third round", "evaluate", (_, after) => Put(after, h => h.Stage is Stage.BeforeMeeting, h => h with { Stage = new Stage.DemandSent(1, ByDesk) }))
            .Fault("bad delivery is handled again", "evaluate delivery", (_, after) => Put(after, h => h.Commitments.Any(c => c.Delivery is Delivery.BeforeMeeting),
                h => h with { Commitments = h.Commitments.Select(c => c with { Delivery = new Delivery.Promised() }).ToValueList() }))
            .Fault("satisfied by silence", "urge", (_, after) => Put(after, h => h.Stage is Stage.Evaluating { Urged: true, Of: Subject.Reply }, h => h.Stage is Stage.Evaluating s
                ? h with { Stage = new Stage.Closed(s.Round, s.Of, s.Answer, new(SatisfactionGrade.Satisfied, true, s.Owed!, null)) } : h))
            .Fault("a correction without end", "evaluate", (_, after) => Put(after, h => h.Stage is Stage.BeforeDesk, h => h.Stage is Stage.BeforeDesk s
                ? h with { Stage = s with { Grading = s.Grading with { Correctable = s.Grading.Correctable with { Limit = new(24, LimitUnit.Months) } } } } : h))
            .Fault("nobody owes an evaluation", "reply", (_, after) => after.Suggestion is Suggestion.InHand s && s.Handlings.FirstOrDefault(h => h.Stage is Stage.Evaluating { Round: 1 }) is { Stage: Stage.Evaluating again } part
                ? after with { Suggestion = s with { Handlings = [part with { Stage = again with { Owed = null }, Commitments = [] }] } } : after)
            .Fault("one agency has two parts", "divide", (_, after) => after.Suggestion is Suggestion.InHand s ? after with { Suggestion = s with { Handlings = [.. s.Handlings, s.Handlings[0]] } } : after)
            .Fault("a lapsed promise is forgotten", "evaluate", (_, after) => Put(after, h => h.Commitments.Any(c => c.Delivery is Delivery.Lapsed), h => h with { Commitments = [] }));
    }

    private static bool Moved(World before, World after, Func<Stage, bool> from, Func<Stage, bool> to) => before.Handlings.Any(h =>
        from(h.Stage) && after.Of(h.Agency) is { } now && now.Stage != h.Stage && to(now.Stage));

    private static bool OnTheDesk(Handling h) =>
        h.Stage is Stage.BeforeDesk or Stage.DemandSent or Stage.BeforeMeeting or Stage.Evaluating { Of: Subject.CoHandlerOpinion }
        || h.Commitments.Any(c => c.Delivery is Delivery.Lapsed or Delivery.BeforeMeeting);

    private static NodaTime.LocalDate? OwedSince(Handling h) => (h.Stage as Stage.Replying)?.Owed.Start;

    private static World Put(World w, Func<Handling, bool> which, Func<Handling, Handling> change) => w.Suggestion is Suggestion.InHand s
        ? w with { Suggestion = s with { Handlings = s.Handlings.Select(h => which(h) ? change(h) : h).ToValueList() } } : w;

    private static string Short(World w) => $"day {w.Day}: {w.Suggestion.GetType().Name} {string.Join(", ", w.Handlings.Select(h =>
        $"{h.Agency} {h.Stage.GetType().Name}{string.Concat(h.Commitments.Select(c => $"/{c.Delivery.GetType().Name}"))}"))}";
}
