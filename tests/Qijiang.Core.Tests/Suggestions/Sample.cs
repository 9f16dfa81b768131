using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using static Qijiang.Core.Suggestions.SuggestionCommand;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>One suggestion on street lamps, as far along as a story needs it. The dates are those of the dossier's vectors.</summary>
internal static class Sample
{
    public static readonly RuleSet Chongqing = RuleSet.Preset("chongqing");
    public static readonly Scenarios Scenarios = new(Chongqing);

    public static readonly LocalDate Submitted = new(2026, 4, 22), Received = new(2026, 4, 24), Assigned = new(2026, 5, 6), ToAgencies = new(2026, 5, 8);
    public static readonly LocalDate Replied = new(2026, 7, 1), Evaluated = new(2026, 7, 6);

    public static readonly SuggestionId Lamps = new("s-1");
    public static readonly BodyId City = new("city-management"), Power = new("power"), Water = new("water"), GovernmentOffice = new("coordinating-office");
    public static readonly PersonId Chen = new("chen"), Li = new("li");

    public static readonly ReplyClass ClassA = new("chongqing-abcd", "A", "已解决或采纳"), ClassB = new("chongqing-abcd", "B", "列入计划逐步解决");
    public static readonly CommitmentId Promised = new("c-1");
    public static readonly Promise ByOctober = new(Promised, new("更换路灯二十盏"), new(2026, 10, 31));

    public static readonly Decision ByDesk = A.DeskDecision(Assigned, "綦人代交〔2026〕1号", "交办会"), ByOffice = A.CoordinatingDecision(ToAgencies, "綦府办交〔2026〕9号");

    public static Submit Submission(params IEnumerable<PersonId> coSigners) =>
        new(Lamps, Chen, coSigners.ToValueList(), new("关于修复古南街道路灯的建议"), new("古南街道河堤路路灯年久失修，夜间出行不安全，建议列入本年度维修计划。"), SubmissionTime.BetweenSessions)
        {
            By = A.Deputy("chen"),
            OccurredOn = Submitted,
        };

    public static Receive Receipt => new("2026-017") { By = A.DeskClerk(), OccurredOn = Received };

    public static Assign Assignment => new(GovernmentOffice, ByDesk) { By = A.DeskClerk(), OccurredOn = Assigned };

    public static AssignToAgencies Division(params IEnumerable<Part> parts) => new(parts.ToValueList(), ByOffice) { By = A.CoordinatingClerk(), OccurredOn = ToAgencies };

    public static Part Lead => new(City, HandlingRole.Lead);

    public static Part CoHandler => new(Power, HandlingRole.CoHandler);

    public static GiveReply Reply(LocalDate on, ReplyClass? @class = null, params IEnumerable<Promise> promises) =>
        new(City, @class ?? ClassA, new("已完成维修。"), new("principal-of-city-management"), promises.ToValueList()) { By = A.Principal("city-management"), OccurredOn = on };

    public static Evaluate Evaluation(LocalDate on, SatisfactionGrade grade, string? opinion = null) =>
        new(City, grade, opinion is null ? null : new(opinion)) { By = A.Deputy("chen"), OccurredOn = on };

    public static DecideRehandling Demand(LocalDate on, bool demand = true) =>
        new(City, demand, new("请逐盏核实。"), A.DeskDecision(on, "desk-re")) { By = A.DeskClerk(), OccurredOn = on };

    public static AcknowledgeDemand Acknowledgement(LocalDate on) => new(City) { By = A.AgencyClerk("city-management"), OccurredOn = on };

    /// <summary>Decides by the rules of the day of the act.</summary>
    public static Outcome<SuggestionEvent> Decide(SuggestionCommand command, Suggestion state) => SuggestionDecider.Decide(command, state, Scenarios.SuggestionRules(command.OccurredOn));

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> NotSubmitted => Scenarios.Suggestion;

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> AwaitingAssignment => NotSubmitted.GivenDone(Submission(), Receipt);

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> WithOffice => AwaitingAssignment.GivenDone(Assignment);

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> InHand => WithOffice.GivenDone(Division(Lead, CoHandler));

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> Answered => InHand.GivenDone(Reply(Replied));

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> Dissatisfied => Answered.GivenDone(Evaluation(Evaluated, SatisfactionGrade.Dissatisfied, "还有八盏不亮。"));

    public static Scenario<SuggestionCommand, Suggestion, SuggestionEvent> WithPromise => InHand.GivenDone(Reply(Replied, ClassB, ByOctober));
}
