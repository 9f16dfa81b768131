using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Qijiang.Core.Suggestions;
using Xunit;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Obligations;

public sealed class PlannedObligationsTests
{
    private static readonly RuleSet _rules = RuleSet.Preset("chongqing");

    [Fact]
    public void Every_kind_names_its_rules_and_the_planned_ones_their_capability()
    {
        ObligationDefinition.All.Select(d => d.Kind).Should().Equal(Enum.GetValues<ObligationKind>());
        ObligationDefinition.All.Should().OnlyContain(d => d.Rules.Count > 0);
        ObligationDefinition.All.Where(d => d.PlannedFor is not null).Select(d => d.Kind)
            .Should().Equal(ObligationKind.CommitmentReport, ObligationKind.DeliberationReport, ObligationKind.SpecialInquiryReport, ObligationKind.Filing, ObligationKind.CommitmentLedger);
    }

    [Theory]
    [InlineData(2025, false)]
    [InlineData(2026, true)]
    [InlineData(2027, true)]
    [InlineData(2028, false)]
    public void A_promise_is_reported_on_in_the_fourth_quarter_of_its_year_and_the_next(int year, bool reported)
    {
        var owed = PlannedObligations.CommitmentReports((Suggestion.InHand)WithPromise.State, year, _rules, CongressLevel.District);
        owed.Should().HaveCount(reported ? 1 : 0, "one agency promised, in 2026");
        if (reported) owed[0].Should().BeEquivalentTo(new
        {
            Kind = ObligationKind.CommitmentReport,
            OwedBy = new Party.OfBody(City),
            OwedTo = new Party.OfPerson(Chen),
            Due = new Due.By(new LocalDate(year, 12, 31), new LocalDate(year, 10, 1)),
        });
    }

    [Theory]
    [InlineData(2025, 0)]
    [InlineData(2026, 1)]
    [InlineData(2028, 0)]
    public void The_ledger_goes_to_the_desk_once_for_each_agency_that_promised(int year, int ledgers)
    {
        var state = (Suggestion.InHand)WithPromise.State;
        var another = state with { Dossier = state.Dossier with { Id = new("s-2") } };

        var owed = PlannedObligations.CommitmentLedgers([state, another], year, _rules, CongressLevel.District);
        owed.Should().HaveCount(ledgers, "one agency promised, in 2026, in two suggestions");
        if (ledgers > 0) owed[0].Should().Be(new OpenObligation(
            new("ledger:city-management:CommitmentLedger:2026-12-31"), ObligationKind.CommitmentLedger, new Party.OfBody(City), new Party.OfKind(BodyKind.Desk),
            new Due.By(new(2026, 12, 31), new(2026, 10, 1)), new Matter.Other("ledger", "city-management")));
    }

    [Theory]
    [InlineData(2025, "2025-10-11")]   // a Saturday on which work is made up
    [InlineData(2026, "2026-10-10")]   // the same; the 11th is a Sunday
    [InlineData(2027, "2027-10-11")]
    public void Of_both_reports_agencies_are_told_in_the_first_days_of_work_after_the_quarters_holiday(int year, string told)
    {
        var state = (Suggestion.InHand)WithPromise.State;
        foreach (var kind in (ObligationKind[])[ObligationKind.CommitmentReport, ObligationKind.CommitmentLedger])
        {
            var owed = OpenObligation.Of(
                kind, new Party.OfBody(City), new Party.OfKind(BodyKind.Desk), new Due.By(new(year, 12, 31), new(year, 10, 1)), new Matter.OfSuggestion(state.Dossier.Id, City));
            var first = Enumerable.Range(1, 91).Select(new LocalDate(year, 9, 30).PlusDays).First(day => ReminderPlan.StepsDue(owed, ReminderPolicy.Default, WorkingCalendar.Official, day, []).Send is not null);
            NodaTime.Text.LocalDatePattern.Iso.Format(first).Should().Be(told);
        }
    }

    [Fact]
    public void A_document_is_filed_within_thirty_days_of_its_publication()
    {
        var filing = PlannedObligations.Filing(new BodyId("government"), "d-7", new(2026, 9, 3), _rules, CongressLevel.District);
        filing.Due.On(WorkingCalendar.Official).Should().Be(new LocalDate(2026, 10, 8), "3 October is a holiday");
        filing.Id.Should().Be(new ObligationId("filing:d-7:Filing:2026-09-03:30Days"));
    }

    [Fact]
    public void The_reports_to_the_Standing_Committee_are_owed_within_six_months()
    {
        foreach (var report in new[]
        {
            PlannedObligations.DeliberationReport(new BodyId("government"), "o-1", new(2026, 3, 31), _rules, CongressLevel.District),
            PlannedObligations.SpecialInquiryReport(new BodyId("government"), "o-1", new(2026, 3, 31), _rules, CongressLevel.District),
        })
        {
            report.OwedTo.Should().Be(new Party.OfKind(BodyKind.StandingCommittee));
            report.Due.On(WorkingCalendar.Official).Should().Be(new LocalDate(2026, 9, 30));
        }
    }
}
