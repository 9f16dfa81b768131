using FluentAssertions;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Core.Tests.Obligations;

public sealed class ReminderPolicyTests
{
    private static readonly ReminderPolicy _sample = ReminderPolicy.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "reminders", "qj.json")));

    [Fact]
    public void The_policy_that_comes_with_the_library_has_steps_for_every_kind() =>
        Enum.GetValues<ObligationKind>().Should().AllSatisfy(kind => ReminderPolicy.Default.For(kind).Count.Should().BePositive($"{kind}"));

    [Fact]
    public void It_makes_up_no_tiers() => ReminderPolicy.Default.Tiers.Should().BeEmpty();

    [Fact]
    public void Tiers_have_names_and_owners_in_their_order() => _sample.Tiers.Should().Equal(
        new SupervisionTier("first", new Bilingual("一级督办", "first tier"), Audience.LocalCongress),
        new SupervisionTier("second", new Bilingual("二级督办", "second tier"), Audience.Committee),
        new SupervisionTier("third", new Bilingual("三级督办", "third tier"), Audience.ChairsMeeting));

    [Fact]
    [Trait("rule", "SUG-42")]
    public void The_owner_of_a_tier_is_told_once_the_matter_reaches_it()
    {
        var steps = _sample.For(ObligationKind.Reply);
        steps.Single(step => step.Key == "last-day").Recipients.Should().Equal(Audience.Owing, Audience.OwingPrincipal, Audience.CoordinatingOffice);
        var third = steps.Single(step => step.Key == "overdue-20");
        third.Recipients.Should().Equal(Audience.OwingPrincipal, Audience.CoordinatingOffice, Audience.Desk, Audience.ChairsMeeting);
        third.NeedsApproval.Should().Equal(Audience.ChairsMeeting);
    }

    [Fact]
    public void Who_owns_a_tier_and_is_told_anyway_is_told_once()
    {
        var policy = Reply("""{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Desk"], "tier": "one" }""", """ "tiers": [{ "key": "one", "name": { "zh": "一级", "en": "one" }, "owner": "Desk" }],""");
        policy.For(ObligationKind.Reply)[0].Recipients.Should().Equal(Audience.Desk);
    }

    [Theory]
    [InlineData("""{ "key": "x", "offset": -1, "unit": "Months", "tell": ["Owing"] }""", "policy: Reply, x: unit: *days*")]
    [InlineData("""{ "key": "x", "offset": -1, "unit": "Fortnights", "tell": ["Owing"] }""", "policy: Reply, x: unit: *Fortnights*")]
    [InlineData("""{ "key": "x", "offset": -1, "unit": "Days", "tell": ["Owing"], "every": 2 }""", "policy: Reply, x: every: *repeated*")]
    [InlineData("""{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Everyone"] }""", "policy: Reply, x: tell: 'Everyone'*")]
    [InlineData("""{ "key": "x", "offset": 1, "unit": "Days", "tell": [] }""", "policy: Reply, x: tell: *nobody*")]
    [InlineData("""{ "key": "x:2", "offset": 1, "unit": "Days", "tell": ["Owing"] }""", "policy: Reply, x:2: key: *")]
    [InlineData("""{ "key": "x", "offset": "soon", "unit": "Days", "tell": ["Owing"] }""", "policy: Reply, x: offset: *")]
    [InlineData("""{ "unit": "Days", "offset": 1, "tell": ["Owing"] }""", "policy: Reply, [0]: key: is missing")]
    [InlineData("""{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"], "tier": "third" }""", "policy: Reply, x: tier: 'third' is none of the policy's tiers")]
    [InlineData("""{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"], "needsApproval": ["Desk"] }""", "policy: Reply, x: needsApproval: 'Desk' is not told by this step")]
    [InlineData("""{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"], "needs": 1 }""", "policy: Reply, x: needs: *")]
    public void What_is_wrong_in_a_step_is_named_by_kind_step_and_field(string step, string message) =>
        FluentActions.Invoking(() => Reply(step)).Should().Throw<ReminderPolicyException>().WithMessage(message);

    [Theory]
    [InlineData("""{ "steps": { "Repply": [] } }""", "policy: Repply: is none of *")]
    [InlineData("""{ "steps": { "Reply": [{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"] }, { "key": "x", "offset": 2, "unit": "Days", "tell": ["Owing"] }] } }""", "policy: Reply: *same key*")]
    [InlineData("""{ "steps": { "OverdueExplanation": [{ "key": "x", "offset": 0, "unit": "Days", "tell": ["Owing"] }] } }""", "policy: OverdueExplanation, x: offset: *")]
    [InlineData("""{ "steps": {}, "officeHours": { "from": "9 o'clock", "until": "18:00" } }""", "policy: officeHours.from: *")]
    [InlineData("""{ "steps": {}, "officeHours": { "from": "18:00", "until": "09:00" } }""", "policy: officeHours.until: *")]
    [InlineData("""{ "steps": {}, "tiers": [{ "key": "one", "name": { "zh": "一级" }, "owner": "Desk" }] }""", "policy: tier one: name.en: is missing")]
    [InlineData("""{ "steps": {}, "digest": ["Everyone"] }""", "policy: digest: 'Everyone'*")]
    [InlineData("""{ "Reply": [] }""", "policy: Reply: is no field*policy: steps: is missing")]
    [InlineData("""{ "steps": """, "policy: is not JSON*")]
    public void What_is_wrong_in_a_file_is_named(string json, string message) =>
        FluentActions.Invoking(() => ReminderPolicy.Read(json)).Should().Throw<ReminderPolicyException>().WithMessage(message);

    [Fact]
    public void All_that_is_wrong_is_named_at_once() => FluentActions.Invoking(() => ReminderPolicy.Read("""
        { "steps": { "Reply": [{ "key": "x", "offset": 1, "unit": "Months", "tell": ["Nobody"] }], "Contact": 3 } }
        """)).Should().Throw<ReminderPolicyException>().Which.Findings.Select(finding => (finding.Entry, finding.Field))
        .Should().Equal(("Reply, x", "tell"), ("Reply, x", "unit"), ("Reply, x", "tell"), ("Contact", null));

    private static ReminderPolicy Reply(string step, string before = "") => ReminderPolicy.Read($$"""{ {{before}} "steps": { "Reply": [{{step}}] } }""");
}
