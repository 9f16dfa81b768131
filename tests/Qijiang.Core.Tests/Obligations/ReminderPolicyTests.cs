using FluentAssertions;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Core.Tests.Obligations;

public sealed class ReminderPolicyTests
{
    private static readonly ReminderPolicy _sample = ReminderPolicy.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "reminders", "qj.json")));

    private static readonly Congress.Established _congress = new(new("qj"), CongressLevel.District, new("綦江区人大", "Qijiang"), null, "chongqing",
        [
            Body("desk", BodyKind.Desk), Body("chairs", BodyKind.ChairsMeeting), Body("office", BodyKind.CoordinatingOffice), Body("gunan", BodyKind.LocalCongress),
            Body("construction-committee", BodyKind.Committee), Body("finance-committee", BodyKind.Committee), Body("water", BodyKind.Agency), Body("city-management", BodyKind.Agency),
        ], [], []);

    [Fact]
    public void The_policy_that_comes_with_the_library_has_steps_for_every_kind() =>
        Enum.GetValues<ObligationKind>().Should().AllSatisfy(kind => ReminderPolicy.Default.For(kind).Count.Should().BePositive($"{kind}"));

    [Fact]
    public void What_a_congresss_file_does_not_give_stays_as_the_library_has_it()
    {
        foreach (var kind in Enum.GetValues<ObligationKind>().Except([ObligationKind.Reply, ObligationKind.CitizenNotice, ObligationKind.Return]))
            _sample.For(kind).Should().Equal(ReminderPolicy.Default.For(kind), $"{kind}");
        ReminderPolicy.Read("""{ "digest": ["Desk"] }""").Hours.Should().Be(new OfficeHours(new(9, 0), new(18, 0)));
    }

    [Fact]
    public void A_kind_that_is_given_replaces_all_its_steps_and_an_empty_list_silences_it()
    {
        var policy = ReminderPolicy.Read("""{ "officeHours": null, "steps": { "Reply": [{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"] }], "Contact": [] } }""");
        policy.For(ObligationKind.Reply).Select(step => step.Key).Should().Equal("x");
        policy.For(ObligationKind.Contact).Should().BeEmpty();
        policy.Hours.Should().BeNull("it says so");
    }

    [Theory]
    [InlineData("chongqing", "2017-12-31", null)]
    [InlineData("chongqing", "2026-05-08", "-5 Days")]
    [InlineData("own", "2026-05-08", "-7 WorkingDays")]
    [InlineData("national", "2026-05-08", null)]
    public void A_step_that_comes_by_a_rule_comes_when_the_congresss_rules_say(string set, string on, string? comes)
    {
        var rules = set != "own" ? RuleSet.Preset(set) : RuleSet.Preset("chongqing").With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "suggestion.remindBefore", "id": "SUG-49", "from": "2026-01-01", "title": { "zh": "提醒", "en": "reminder" },
                "source": { "law": "惯例" }, "value": { "count": 7, "unit": "WorkingDays" }, "confidence": "I" } ] }
            """));
        var steps = ReminderPolicy.Default.Under(new(rules, CongressLevel.District, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value)).For(ObligationKind.Reply);
        var soon = steps.FirstOrDefault(step => step.Key == "soon");
        (soon is null ? null : $"{soon.Offset} {soon.Unit}").Should().Be(comes);
        steps.Select(step => step.Key).Should().Contain("last-day");
    }

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

    [Theory]
    [InlineData("water", "construction-committee")]
    [InlineData("power", "finance-committee")]
    public void A_committee_is_that_which_follows_the_agency_or_the_one_for_all_others(string agency, string committee) =>
        _sample.BodyOf(Audience.Committee, new(agency), _congress).Should().Be(new BodyId(committee));

    [Fact]
    public void Of_a_kind_that_the_congress_has_once_nothing_need_be_said()
    {
        _sample.BodyOf(Audience.ChairsMeeting, new("water"), _congress).Should().Be(new BodyId("chairs"));
        ReminderPolicy.Default.BodyOf(Audience.LocalCongress, null, _congress).Should().Be(new BodyId("gunan"));
        ReminderPolicy.Default.BodyOf(Audience.Owing, null, _congress).Should().BeNull("that is no body of its own");
    }

    [Fact]
    public void The_sample_can_be_used_where_everyone_is_there_whom_it_names() => _sample.LackedBy(_congress, "qj.json").Should().BeEmpty();

    [Fact]
    public void Whom_the_congress_does_not_have_is_named_by_tier_step_and_name()
    {
        _sample.LackedBy(_congress with { Bodies = [new(new("finance-committee"), BodyKind.Agency, new("财政", "x")), new(new("gunan"), BodyKind.LocalCongress, new("古南", "x"))] }, "qj.json")
            .Select(finding => finding.ToString()).Should().BeEquivalentTo(
            "qj.json: bodies: Committee: 'construction-committee' is no body of this congress",
            "qj.json: bodies: Committee: 'water' is no body of this congress",
            "qj.json: bodies: Committee: 'city-management' is no body of this congress",
            "qj.json: bodies: Committee: 'finance-committee' is of kind Agency, not Committee",
            "qj.json: tier third: owner: 'ChairsMeeting': this congress has no body of kind ChairsMeeting or Presidium",
            "qj.json: digest: 'CoordinatingOffice': this congress has no body of kind CoordinatingOffice",
            "qj.json: Reply, last-day: tell: 'CoordinatingOffice': this congress has no body of kind CoordinatingOffice",
            "qj.json: Reply, overdue: tell: 'CoordinatingOffice': this congress has no body of kind CoordinatingOffice",
            "qj.json: Reply, overdue: tell: 'Desk': this congress has no body of kind Desk",
            "qj.json: Reply, overdue-10: tell: 'CoordinatingOffice': this congress has no body of kind CoordinatingOffice",
            "qj.json: Reply, overdue-10: tell: 'Desk': this congress has no body of kind Desk",
            "qj.json: Reply, overdue-20: tell: 'CoordinatingOffice': this congress has no body of kind CoordinatingOffice",
            "qj.json: Reply, overdue-20: tell: 'Desk': this congress has no body of kind Desk",
            "qj.json: Reply, overdue-20: needsApproval: 'ChairsMeeting': this congress has no body of kind ChairsMeeting or Presidium");
        Reply("""{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Committee"] }""").LackedBy(_congress, "qj.json")
            .Select(finding => finding.ToString()).Should().Equal("qj.json: Reply, x: tell: 'Committee': this congress has several (construction-committee, finance-committee); 'bodies' has to say which");
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
    [InlineData("""{ "key": "moved", "offset": 1, "unit": "Days", "tell": ["Owing"] }""", "policy: Reply, moved: key: 'moved' is kept *")]
    [InlineData("""{ "key": "x", "before": "suggestion.replyWithin", "tell": ["Owing"] }""", "policy: Reply, x: before: 'suggestion.replyWithin' is none of suggestion.remindBefore")]
    [InlineData("""{ "key": "x", "before": "suggestion.remindBefore", "offset": -1, "unit": "Days", "tell": ["Owing"] }""", "policy: Reply, x: offset: *policy: Reply, x: unit: *")]
    [InlineData("""{ "key": "x", "before": "suggestion.remindBefore", "tell": ["Owing"], "every": 2 }""", "policy: Reply, x: every: *repeated*")]
    public void What_is_wrong_in_a_step_is_named_by_kind_step_and_field(string step, string message) =>
        FluentActions.Invoking(() => Reply(step)).Should().Throw<ReminderPolicyException>().WithMessage(message);

    [Theory]
    [InlineData("""{ "steps": { "Repply": [] } }""", "policy: Repply: is none of *")]
    [InlineData("""{ "steps": { "Reply": [{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"] }, { "key": "x", "offset": 2, "unit": "Days", "tell": ["Owing"] }] } }""", "policy: Reply: *same key*")]
    [InlineData("""{ "steps": { "OverdueExplanation": [{ "key": "x", "offset": 0, "unit": "Days", "tell": ["Owing"] }] } }""", "policy: OverdueExplanation, x: offset: *")]
    [InlineData("""{ "steps": { "Return": [{ "key": "x", "offset": 1, "unit": "Days", "tell": ["Owing"] }] } }""", "policy: Return, x: offset: *0 or less")]
    [InlineData("""{ "bodies": { "Desk": [{ "body": "desk" }] } }""", "policy: bodies, Desk: is none of Committee, LocalCongress")]
    [InlineData("""{ "bodies": { "Committee": [{ "body": "a", "follows": ["water"] }] } }""", "policy: bodies, Committee: one body without 'follows'*")]
    [InlineData("""{ "bodies": { "Committee": [{ "body": "a" }, { "body": "b" }] } }""", "policy: bodies, Committee: one body without 'follows'*")]
    [InlineData("""{ "bodies": { "Committee": [{ "body": "a", "follows": ["water"] }, { "body": "b", "follows": ["water"] }, { "body": "c" }] } }""", "policy: bodies, Committee: follows: 'water' is followed by two")]
    [InlineData("""{ "bodies": { "Committee": [{ "body": "a b" }, { "body": "c" }] } }""", "policy: bodies, Committee: body: 'a b' is no id")]
    [InlineData("""{ "steps": {}, "officeHours": { "from": "9 o'clock", "until": "18:00" } }""", "policy: officeHours.from: *")]
    [InlineData("""{ "steps": {}, "officeHours": { "from": "18:00", "until": "09:00" } }""", "policy: officeHours.until: *")]
    [InlineData("""{ "steps": {}, "tiers": [{ "key": "one", "name": { "zh": "一级" }, "owner": "Desk" }] }""", "policy: tier one: name.en: is missing")]
    [InlineData("""{ "steps": {}, "digest": ["Everyone"] }""", "policy: digest: 'Everyone'*")]
    [InlineData("""{ "Reply": [] }""", "policy: Reply: is no field*")]
    [InlineData("""{ "steps": """, "policy: is not JSON*")]
    public void What_is_wrong_in_a_file_is_named(string json, string message) =>
        FluentActions.Invoking(() => ReminderPolicy.Read(json)).Should().Throw<ReminderPolicyException>().WithMessage(message);

    [Fact]
    public void All_that_is_wrong_is_named_at_once() => FluentActions.Invoking(() => ReminderPolicy.Read("""
        { "steps": { "Reply": [{ "key": "x", "offset": 1, "unit": "Months", "tell": ["Nobody"] }], "Contact": 3 } }
        """)).Should().Throw<ReminderPolicyException>().Which.Findings.Select(finding => (finding.Entry, finding.Field))
        .Should().Equal(("Reply, x", "tell"), ("Reply, x", "unit"), ("Reply, x", "tell"), ("Contact", null));

    private static Body Body(string id, BodyKind kind) => new(new(id), kind, new(id, id));

    private static ReminderPolicy Reply(string step, string before = "") => ReminderPolicy.Read($$"""{ {{before}} "steps": { "Reply": [{{step}}] } }""");
}
