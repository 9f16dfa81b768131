using CsCheck;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Qijiang.Testing;
using Xunit;
using Xunit.Abstractions;
using static Qijiang.Core.CitizenInput.OpinionCommand;

namespace Qijiang.Core.Tests.CitizenInput;

/// <summary>The law of citizens' input, proved over every state that the decider can reach.</summary>
public sealed class OpinionLaw(ITestOutputHelper output)
{
    private static readonly LocalDate _day = new(2026, 2, 2);
    private static readonly OpinionRules _rules = new(RuleSet.Preset("chongqing"), CongressLevel.District, _day);
    private static readonly PersonId _wang = new("wang");
    private static readonly OpinionKind[] _kinds = Enum.GetValues<OpinionKind>();

    [Fact]
    public void Holds_in_every_reachable_state()
    {
        var report = Check.Exhaustive(Law(), output.WriteLine);
        report.Closed.Should().BeTrue();
        report.DeadlockStates.Should().Be(0);
    }

    [Theory]
    [InlineData("an unsettled one is shown to a deputy", "CIT-02")]
    [InlineData("one kind becomes another", "CIT-03")]
    [InlineData("a redress feeds a suggestion", "CIT-03b")]
    [InlineData("closed without a word to the citizen", "CIT-10")]
    [InlineData("a report is unsealed", "CIT-30")]
    public void Catches_every_planted_fault_by_the_rule_meant(string fault, string rule) => Check.Faults(Law()).CaughtBy(fault).Should().Be(rule);

    private static Spec<Opinion> Law() => CsCheck.Spec.From(OpinionDecider.Instance.Initial)
        .Action("receive", [true, false], (s, reachable) => Changes(s, Receipt(reachable)), (s, reachable) => Ask(s, Receipt(reachable)))
        .Action("settle", _kinds, (s, kind) => Changes(s, Settle(kind)), (s, kind) => Ask(s, Settle(kind)))
        .Action("hand to a deputy", s => Changes(s, _hand), s => Ask(s, _hand))
        .Action("link a suggestion", s => Changes(s, _link), s => Ask(s, _link))
        .Action("give notice", s => Changes(s, _notice), s => Ask(s, _notice))
        .Action("refer", [true, false], (s, decided) => Changes(s, Refer(decided)), (s, decided) => Ask(s, Refer(decided)))
        .Action("close", s => Changes(s, _close), s => Ask(s, _close))
        .Terminal(s => s is Opinion.Closed)
        .Never("CIT-02", "before a person has settled the kind, nobody gets it",
            (before, after) => before is Opinion.Unsettled && after is Opinion.Open { Deputies.Count: > 0 } or Opinion.Open { Suggestions.Count: > 0 } && before is not Opinion.Open)
        .Rule("CIT-30", "a report of wrongdoing never leaves the sealed state",
            (before, _) => before is Opinion.SealedReport,
            (_, after) => after.IsSealed && after is Opinion.SealedReport or Opinion.Closed { Kind: OpinionKind.Wrongdoing })
        .Rule("CIT-03", "the kind, once settled, never changes",
            (before, _) => KindOf(before) is not null,
            (before, after) => KindOf(before) == KindOf(after))
        .Invariant("CIT-03b", "only a suggestion or opinion leads to a suggestion", s => s is not Opinion.Closed { Kind: not OpinionKind.Suggestion, Suggestions.Count: > 0 })
        .Invariant("CIT-10", "a written notice that is owed is given before closing", s => s is not Opinion.Closed { Intake: { NoticeOwed: not null, Notice: null } })
        .Rule("CIT-10b", "the notice is owed until it is given",
            (before, _) => before is not Opinion.NotReceived,
            (_, after) => (OpinionObligations.Of(after).Count == 1) == (after.Received is { NoticeOwed: not null, Notice: null }))
        .Reachable("with a deputy", "an opinion can reach a deputy", s => s is Opinion.Open { Deputies.Count: > 0 })
        .Reachable("handed over", "a report can be handed to supervision", s => s is Opinion.SealedReport { HandedOver: not null })
        .Fault("an unsettled one is shown to a deputy", "give notice", (_, after) => after is Opinion.Unsettled s ? new Opinion.Open(s.Intake, [new("chen")]) : after)
        .Fault("one kind becomes another", "refer", (_, after) => after is Opinion.Elsewhere s ? s with { Kind = s.Kind is OpinionKind.Redress ? OpinionKind.Litigation : OpinionKind.Redress } : after)
        .Fault("a redress feeds a suggestion", "close", (_, after) => after is Opinion.Closed { Kind: OpinionKind.Redress } s ? s with { Suggestions = [new("s-1")] } : after)
        .Fault("closed without a word to the citizen", "close", (_, after) => after is Opinion.Closed s ? s with { Intake = s.Intake with { Notice = null } } : after)
        .Fault("a report is unsealed", "refer", (_, after) => after is Opinion.SealedReport s ? new Opinion.Open(s.Intake) : after);

    private static readonly HandToDeputy _hand = new(new("chen"), new("district-1")) { By = A.DeskClerk(), OccurredOn = _day };
    private static readonly LinkSuggestion _link = new(new("s-1")) { By = Actor.Qijiang, OccurredOn = _day };
    private static readonly GiveNotice _notice = new(NoticeKind.Accepted, new("x")) { By = A.DeskClerk(), OccurredOn = _day };
    private static readonly Close _close = new(new("x")) { By = A.DeskClerk(), OccurredOn = _day };

    private static Receive Receipt(bool reachable) => reachable
        ? new(new("o-1"), _wang, new(_wang, "x")) { By = A.Citizen("wang"), OccurredOn = _day, District = new("district-1") }
        : new(new("o-1"), _wang, new(_wang, "x"), OpinionManner.Spoken) { By = A.IntakeClerk("wang"), OccurredOn = _day };

    private static SettleKind Settle(OpinionKind kind) => new(kind) { By = A.IntakeClerk(), OccurredOn = _day };

    private static Refer Refer(bool decided) => new(new("x"), new("x"), decided ? A.DeskDecision(_day) : null) { By = A.DeskClerk(), OccurredOn = _day };

    private static Opinion Ask(Opinion state, OpinionCommand command) => OpinionDecider.Decide(command, state, _rules) is Outcome<OpinionEvent>.Accepted { Events: var events }
        ? events.Aggregate(state, OpinionDecider.Instance.Evolve) : state;

    private static bool Changes(Opinion state, OpinionCommand command) => Ask(state, command) != state;

    private static OpinionKind? KindOf(Opinion state) => state switch
    {
        Opinion.Open => OpinionKind.Suggestion,
        Opinion.SealedReport => OpinionKind.Wrongdoing,
        Opinion.Elsewhere s => s.Kind,
        Opinion.Closed s => s.Kind,
        _ => null,
    };
}
