using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;

namespace Qijiang.Core.Obligations;

/// <summary>
/// What will be owed once a capability has the acts that open and close it. Nothing yields these yet; how each is counted is
/// settled, so that the capability has only to say when.
/// </summary>
public static class PlannedObligations
{
    /// <summary>
    /// The agencies' reports in one year on the committed items of that and the previous year (SUG-24): one for each part of the
    /// suggestion that made promises, by the last day of the quarter.
    /// </summary>
    /// <param name="state">The suggestion.</param>
    /// <param name="year">The year of the report.</param>
    /// <param name="rules">The rules of the congress; <c>suggestion.commitmentReportQuarter</c> names the quarter.</param>
    /// <param name="level">The level of the congress.</param>
    public static ValueList<OpenObligation> CommitmentReports(Suggestion.InHand state, int year, RuleSet rules, CongressLevel level)
    {
        var due = InQuarter(year, rules, level);
        return Promising(state, year).Select(handling => OpenObligation.Of(
            ObligationKind.CommitmentReport, new Party.OfBody(handling.Agency), new Party.OfPerson(state.Dossier.Makers.Evaluator),
            due, new Matter.OfSuggestion(state.Dossier.Id, handling.Agency))).ToValueList();
    }

    /// <summary>
    /// The agencies' reports of their ledgers to the desk in one year (SUG-24): one for each agency that promised anything in that or the
    /// previous year, in whichever suggestion, by the last day of the quarter.
    /// </summary>
    /// <param name="states">The suggestions.</param>
    /// <param name="year">The year of the report.</param>
    /// <param name="rules">The rules of the congress; <c>suggestion.commitmentReportQuarter</c> names the quarter.</param>
    /// <param name="level">The level of the congress.</param>
    public static ValueList<OpenObligation> CommitmentLedgers(IEnumerable<Suggestion.InHand> states, int year, RuleSet rules, CongressLevel level)
    {
        var due = InQuarter(year, rules, level);
        return states.SelectMany(state => Promising(state, year)).Select(handling => handling.Agency).Distinct().Select(agency => OpenObligation.Of(
            ObligationKind.CommitmentLedger, new Party.OfBody(agency), new Party.OfKind(BodyKind.Desk), due, new Matter.Other("ledger", agency.Value))).ToValueList();
    }

    /// <summary>The report on how a deliberation opinion (审议意见) was handled (SUP-03), owed to the Standing Committee.</summary>
    /// <param name="organ">The organ that received the opinion.</param>
    /// <param name="opinion">Which opinion.</param>
    /// <param name="received">The day it was received.</param>
    /// <param name="rules">The rules of the congress; <c>deliberationOpinion.reportWithin</c> is the period.</param>
    /// <param name="level">The level of the congress.</param>
    public static OpenObligation DeliberationReport(BodyId organ, string opinion, LocalDate received, RuleSet rules, CongressLevel level) =>
        OfOrgan(ObligationKind.DeliberationReport, "deliberation", "deliberationOpinion.reportWithin", organ, opinion, received, rules, level);

    /// <summary>The report on how the opinions of a special inquiry (专题询问) were handled (SUP-08), owed to the Standing Committee.</summary>
    /// <param name="organ">The organ that was asked.</param>
    /// <param name="inquiry">Which inquiry.</param>
    /// <param name="received">The day it received the opinions.</param>
    /// <param name="rules">The rules of the congress; <c>specialInquiry.reportWithin</c> is the period.</param>
    /// <param name="level">The level of the congress.</param>
    public static OpenObligation SpecialInquiryReport(BodyId organ, string inquiry, LocalDate received, RuleSet rules, CongressLevel level) =>
        OfOrgan(ObligationKind.SpecialInquiryReport, "inquiry", "specialInquiry.reportWithin", organ, inquiry, received, rules, level);

    /// <summary>The filing (备案) of a normative document (NDR-01), owed to the Standing Committee.</summary>
    /// <param name="issuer">The issuing body.</param>
    /// <param name="document">Which document.</param>
    /// <param name="published">The day it was published.</param>
    /// <param name="rules">The rules of the congress; <c>filing.days</c> is the period.</param>
    /// <param name="level">The level of the congress.</param>
    public static OpenObligation Filing(BodyId issuer, string document, LocalDate published, RuleSet rules, CongressLevel level) =>
        OfOrgan(ObligationKind.Filing, "filing", "filing.days", issuer, document, published, rules, level);

    private static Due.By InQuarter(int year, RuleSet rules, CongressLevel level)
    {
        var quarter = rules.Get<int>("suggestion.commitmentReportQuarter", level, new LocalDate(year, 1, 1)).Value;
        var first = new LocalDate(year, (3 * quarter) - 2, 1);
        return new(first.PlusMonths(3).PlusDays(-1), first);
    }

    private static IEnumerable<Handling> Promising(Suggestion.InHand state, int year) =>
        state.Handlings.Where(handling => handling.Commitments.Any(item => item.PromisedOn.Year == year || item.PromisedOn.Year == year - 1));

    private static OpenObligation OfOrgan(
        ObligationKind kind, string capability, string within, BodyId organ, string id, LocalDate start, RuleSet rules, CongressLevel level) => OpenObligation.Of(
            kind, new Party.OfBody(organ), new Party.OfKind(BodyKind.StandingCommittee),
            new Due.Within(rules.Get<TimeLimit>(within, level, start).StartingOn(start)), new Matter.Other(capability, id));
}
