using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>An act is judged on its own date, not on that of its entry.</summary>
public sealed class ActingTests
{
    private static readonly LocalDate _today = new(2026, 11, 24);
    private static readonly CommandStamp _command = new("id", "digest");

    private static readonly Acting _acting = new(
        new Congress.Established(new("qj"), CongressLevel.District, new("綦江", "Qijiang"), null, "chongqing", [], [], []),
        new PersonId("clerk"), Office.AgencyClerk, new BodyId("water"),
        new Mandates([
            new Mandate(Office.AgencyClerk, new BodyId("roads"), null, new LocalDate(2020, 1, 1), new LocalDate(2026, 1, 1), null, []),
            new Mandate(Office.AgencyClerk, new BodyId("water"), null, new LocalDate(2026, 1, 1), null, null, []),
        ]),
        _today, _command);

    [Fact]
    public void An_act_of_today_is_taken_as_it_is() =>
        _acting.On(null).Should().Be((new Act(_command, new Actor(new PersonId("clerk"), Office.AgencyClerk, new BodyId("water")), _today, Channel.Web), null));

    [Fact]
    public void An_act_on_paper_is_dated_as_its_paper_and_names_whose_it_is() =>
        _acting.On(new LocalDate(2026, 3, 2), Channel.Paper, new PersonId("p-deputy")).Should().Be((
            new Act(_command, new Actor(new PersonId("clerk"), Office.AgencyClerk, new BodyId("water"), new PersonId("p-deputy")), new LocalDate(2026, 3, 2), Channel.Paper), null));

    [Fact]
    public void An_act_of_tomorrow_is_refused()
    {
        var (act, refusal) = _acting.On(new LocalDate(2026, 11, 25));

        act.Should().BeNull();
        (refusal!.Code, refusal.Field).Should().Be(("act.in-the-future", "occurredOn"));
    }

    [Theory]
    [InlineData(2025, 12, 31)]
    [InlineData(2019, 12, 31)]
    public void An_act_of_a_day_on_which_another_body_or_none_had_this_person_is_refused(int year, int month, int day) =>
        _acting.On(new LocalDate(year, month, day)).Should().Be(((Act?)null, new OfficeNotHeld()));

    [Fact]
    public void A_citizen_needs_no_office() =>
        (_acting with { Office = Office.Citizen, Body = null, Mandates = new Mandates([]) }).On(new LocalDate(2019, 1, 1)).Refusal.Should().BeNull();

    [Fact]
    public void An_act_before_the_calendar_begins_is_refused() => _acting.On(new LocalDate(2005, 12, 31)).Refusal.Should().Be(new NoRuleThen());
}
