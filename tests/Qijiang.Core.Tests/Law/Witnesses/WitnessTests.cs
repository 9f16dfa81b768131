using FluentAssertions;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>No active rule changes unnoticed: each has a witness, which fails when its value is another.</summary>
public sealed class WitnessTests
{
    private static readonly Witness[] _all =
    [
        .. CalendarWitnesses.All, .. SubmissionWitnesses.All, .. AssignmentWitnesses.All, .. ReplyWitnesses.All, .. EvaluationWitnesses.All,
        .. OpinionWitnesses.All, .. PersonalDataWitnesses.All, .. DeputyWitnesses.All, .. PollWitnesses.All, .. CountWitnesses.All, .. ProjectWitnesses.All,
        .. RegionWitnesses.All,
    ];

    public static TheoryData<string> Witnesses => [.. _all.Select(witness => witness.ToString())];

    public static TheoryData<string, string> Changes
    {
        get
        {
            var changes = new TheoryData<string, string>();
            foreach (var witness in _all)
                foreach (var value in Presets.Neighbours(witness))
                    changes.Add(witness.ToString(), value);
            return changes;
        }
    }

    [Theory]
    [MemberData(nameof(Witnesses))]
    public void A_story_ends_as_the_dossier_has_it(string witness) => Told(Named(witness), Presets.Of(Named(witness))).Should().Be(Named(witness).Ends);

    [Theory]
    [MemberData(nameof(Changes))]
    public void With_the_one_value_changed_it_ends_otherwise_or_the_set_is_refused(string witness, string value)
    {
        var it = Named(witness);
        var changed = () => Presets.Changed(it, value);
        if (it.Only) changed.Should().Throw<RuleSetException>().Which.Findings.Should().ContainSingle().Which.Field.Should().Be("value");
        else Told(it, changed()).Should().NotBe(it.Ends);
    }

    [Fact]
    public void Every_witness_has_a_neighbour_to_tell_its_value_from() => _all.Where(witness => !Presets.Neighbours(witness).Any()).Should().BeEmpty();

    [Fact]
    public void Every_active_entry_has_one_witness_and_none_is_left_over()
    {
        var active = RuleSet.PresetNames.SelectMany(name => RuleSet.Preset(name).Entries).Where(entry => entry.PlannedFor is null).Distinct().ToList();
        active.Where(entry => _all.Count(witness => witness.Is(entry)) != 1).Should().BeEmpty();
        _all.Where(witness => active.Count(witness.Is) != 1).Should().BeEmpty();
    }

    // Tried with some of its members only, a choice would leave the others untold apart; of the many bodies and offices another one is enough.
    [Fact]
    public void A_choice_is_tried_with_every_other_member_that_it_has() => Choices(open: true).Where(choice => choice.Type != typeof(BodyKind) && choice.Type != typeof(Office))
        .Should().NotBeEmpty().And.AllSatisfy(choice => Presets.Words(choice.Of).Should().BeEquivalentTo(Enum.GetNames(choice.Type), choice.Of.ToString()));

    [Fact]
    public void A_body_or_office_is_tried_with_another_one() => Choices(open: true).Where(choice => choice.Type == typeof(BodyKind) || choice.Type == typeof(Office))
        .Should().NotBeEmpty().And.AllSatisfy(choice =>
            Presets.Words(choice.Of).Should().HaveCountGreaterThan(1).And.OnlyHaveUniqueItems().And.BeSubsetOf(Enum.GetNames(choice.Type), choice.Of.ToString()));

    [Fact]
    public void Where_nothing_else_is_done_there_is_nothing_else_to_choose() => Choices(open: false)
        .Should().NotBeEmpty().And.AllSatisfy(choice => Enum.GetNames(choice.Type).Should().ContainSingle(choice.Of.ToString()));

    private static IEnumerable<(Witness Of, Type Type)> Choices(bool open) =>
        from witness in _all where witness.Only != open && RuleKeys.Find(witness.Key) is { Type.IsEnum: true } select (witness, RuleKeys.Find(witness.Key)!.Type);

    private static Witness Named(string name) => _all.Single(witness => witness.ToString() == name);

    private static string Told(Witness witness, RuleSet rules) => witness.Tell(new(rules, witness.Level ?? CongressLevel.District));
}
