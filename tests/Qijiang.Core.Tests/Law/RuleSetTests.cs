using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Law;

public sealed class RuleSetTests
{
    private static readonly RuleSet _chongqing = RuleSet.Preset("chongqing");
    private static readonly LocalDate _today = new(2026, 11, 24);

    [Fact]
    public void A_town_answers_in_two_months_where_a_district_has_three()
    {
        _chongqing.Get<TimeLimit>("suggestion.replyWithin", CongressLevel.District, _today).Should().Be(
            new Rule<TimeLimit>(new("SUG-20", "chongqing", new(2018, 1, 1)), new("CQ建议条例-2017", "21"), new(3, LimitUnit.Months)));
        _chongqing.Get<TimeLimit>("suggestion.replyWithin", CongressLevel.Town, _today).Should().Be(
            new Rule<TimeLimit>(new("SUG-21", "chongqing", new(2016, 3, 31)), new("CQ乡镇条例-2016", "16"), new(2, LimitUnit.Months)));
    }

    [Fact]
    public void What_Chongqing_does_not_say_national_law_answers() =>
        _chongqing.Get<Share>("congress.quorum", CongressLevel.Town, _today).Should().Be(
            new Rule<Share>(new("CONG-02", "national", new(2022, 3, 11)), new("组织法-2022", "14"), new(2, 3, Inclusive: true)));

    [Fact]
    public void A_running_case_keeps_the_version_under_which_its_clock_started()
    {
        var own = _chongqing.With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "suggestion.rehandleWithin", "id": "OWN-1", "from": "2027-01-01", "title": { "zh": "一个月", "en": "one month" },
                "source": { "law": "本级办法" }, "value": { "count": 1, "unit": "Months" }, "confidence": "T", "status": "active" } ] }
            """));
        var before = own.Get<TimeLimit>("suggestion.rehandleWithin", CongressLevel.District, new(2026, 12, 31));
        var after = own.Get<TimeLimit>("suggestion.rehandleWithin", CongressLevel.District, new(2027, 1, 1));

        before.Value.Should().Be(new TimeLimit(2, LimitUnit.Months));
        after.Value.Should().Be(new TimeLimit(1, LimitUnit.Months));
        own.GetVersion<TimeLimit>("suggestion.rehandleWithin", CongressLevel.District, before.Ref).Should().Be(before);
    }

    [Fact]
    public void A_congress_s_own_set_goes_before_the_region_s_and_a_level_before_every_level()
    {
        var own = _chongqing.With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "suggestion.contactWithin", "id": "OWN-1", "from": "2026-01-01", "title": { "zh": "十五", "en": "fifteen" }, "source": { "law": "本级办法" }, "value": { "count": 15, "unit": "WorkingDays" }, "confidence": "T", "status": "active" },
              { "key": "suggestion.contactWithin", "id": "OWN-2", "level": "Town", "from": "2026-01-01", "title": { "zh": "十", "en": "ten" }, "source": { "law": "本级办法" }, "value": { "count": 10, "unit": "WorkingDays" }, "confidence": "T", "status": "active" } ] }
            """));

        own.Sets.Should().Equal("national", "chongqing", "own");
        own.Get<TimeLimit>("suggestion.contactWithin", CongressLevel.District, _today).Should().BeEquivalentTo(new { Ref = new RuleRef("OWN-1", "own", new(2026, 1, 1)), Value = new TimeLimit(15, LimitUnit.WorkingDays) });
        own.Get<TimeLimit>("suggestion.contactWithin", CongressLevel.Town, _today).Value.Count.Should().Be(10);
        own.Get<TimeLimit>("suggestion.contactWithin", CongressLevel.Town, new(2025, 12, 31)).Value.Count.Should().Be(20);
    }

    [Fact]
    public void The_next_version_ends_the_one_before_it_and_an_end_ends_for_good()
    {
        var own = _chongqing.With(new("own.json", """
            { "set": "own", "rules": [
              { "key": "own.days", "id": "A", "from": "2020-01-01", "title": { "zh": "一", "en": "one" }, "source": { "law": "本级办法" }, "value": 1, "confidence": "T", "status": "active" },
              { "key": "own.days", "id": "A", "from": "2024-01-01", "until": "2026-01-01", "title": { "zh": "二", "en": "two" }, "source": { "law": "本级办法" }, "value": 2, "confidence": "T", "status": "active" } ] }
            """));

        own.Get<int>("own.days", CongressLevel.District, new(2023, 12, 31)).Value.Should().Be(1);
        own.Get<int>("own.days", CongressLevel.District, new(2024, 1, 1)).Value.Should().Be(2);
        own.Has("own.days", CongressLevel.District, new(2025, 12, 31)).Should().BeTrue();
        own.Has("own.days", CongressLevel.District, new(2026, 1, 1)).Should().BeFalse();
        own.GetVersion<int>("own.days", CongressLevel.District, new("A", "own", new(2020, 1, 1))).Value.Should().Be(1);
    }
}
