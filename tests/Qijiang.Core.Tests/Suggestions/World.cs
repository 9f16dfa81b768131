using System.Collections.Frozen;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Suggestions;

/// <summary>A suggestion and the day it is: small enough that every state can be visited, with time that can pass.</summary>
internal sealed record World(Suggestion Suggestion, int Day)
{
    // Far apart, so that every period that runs on one day is over on the next.
    private static readonly LocalDate[] _days = [new(2026, 5, 8), new(2026, 12, 1)];
    private static readonly SuggestionRules[] _rules = [.. _days.Select(Sample.Scenarios.SuggestionRules)];
    private static readonly FrozenDictionary<SatisfactionGrade, OfficialText?> _opinions =
        new Dictionary<SatisfactionGrade, OfficialText?> { [SatisfactionGrade.Satisfied] = null, [SatisfactionGrade.Dissatisfied] = new("不满意") }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, SuggestionCommand[]>[] _wishes = [.. _days.Select(day => Wishes(day).GroupBy(w => w.Act, w => w.Command).ToFrozenDictionary(g => g.Key, g => g.ToArray()))];

    public static World Start { get; } = new(new Suggestion.NotSubmitted(), 0);

    public static int LastDay => _days.Length - 1;

    public LocalDate Today => _days[Day];

    public Handling? Of(BodyId agency) => (Suggestion as Suggestion.InHand)?.Handlings.FirstOrDefault(h => h.Agency == agency);

    public IEnumerable<Handling> Handlings => Suggestion is Suggestion.InHand { Handlings: var all } ? all : [];

    public IEnumerable<Commitment> Commitments => Handlings.SelectMany(h => h.Commitments);

    public Outcome<SuggestionEvent> Decide(SuggestionCommand command) => SuggestionDecider.Decide(command, Suggestion, _rules[Day]);

    public World Ask(SuggestionCommand command) => Decide(command) is Outcome<SuggestionEvent>.Accepted { Events: var events }
        ? this with { Suggestion = events.Aggregate(Suggestion, SuggestionDecider.Instance.Evolve) }
        : this;

    /// <summary>The kinds of acts, with how many different ones there are of each.</summary>
    public static IEnumerable<(string Act, int Count)> Acts => _wishes[0].Select(a => (a.Key, a.Value.Length));

    /// <summary>The n-th wish of a kind, dated today.</summary>
    public SuggestionCommand Wish(string act, int n) => _wishes[Day][act][n];

    /// <summary>Everything that anybody could want today.</summary>
    public IEnumerable<SuggestionCommand> Wishes() => _wishes[Day].Values.SelectMany(all => all);

    private static IEnumerable<(string Act, SuggestionCommand Command)> Wishes(LocalDate day)
    {
        var (chen, desk, li) = (A.Deputy("chen"), A.DeskClerk(), A.Deputy("li"));
        Decision ByDesk(string number) => A.DeskDecision(day, number);

        yield return ("submit", Submission(Li) with { OccurredOn = day });
        yield return ("confirm", new ConfirmCoSignature { By = li, OccurredOn = day });
        yield return ("receive", Receipt with { OccurredOn = day });
        yield return ("return", new Return(Inadmissibility.PersonalMatter, new("x"), ByDesk("return")) { By = desk, OccurredOn = day });
        yield return ("merge", new MergeInto(new("s-9"), ByDesk("merge")) { By = desk, OccurredOn = day });
        yield return ("assign", new Assign(GovernmentOffice, ByDesk("assign")) { By = desk, OccurredOn = day });
        yield return ("divide", new AssignToAgencies([Lead, CoHandler], A.CoordinatingDecision(day, "divide")) { By = A.CoordinatingClerk(), OccurredOn = day });
        yield return ("withdraw", new Withdraw(new("x")) { By = chen, OccurredOn = day });
        yield return ("withdraw", new Withdraw(new("x")) { By = li, OccurredOn = day });
        yield return ("misassigned", new ReturnMisassigned(City, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = day });
        yield return ("decline return", new DeclineReturn(City, new("x"), ByDesk("decline")) { By = desk, OccurredOn = day });
        yield return ("reassign", new Reassign(City, Water, ByDesk("move")) { By = desk, OccurredOn = day });
        foreach (var agency in new[] { "city-management", "water" })
        {
            var (clerk, principal, body) = (A.AgencyClerk(agency), A.Principal(agency), new BodyId(agency));
            yield return ("extend", new Extend(body, new("x")) { By = clerk, OccurredOn = day });
            yield return ("reply", new GiveReply(body, ClassA, new("x"), principal.Person) { By = principal, OccurredOn = day });
            yield return ("reply", new GiveReply(body, ClassB, new("x"), principal.Person, [ByOctober with { By = day }]) { By = principal, OccurredOn = day });
            yield return ("urge", new UrgeEvaluation(body) { By = Actor.Qijiang, OccurredOn = day });
            yield return ("rehandle", new DecideRehandling(body, true, new("x"), ByDesk("re")) { By = desk, OccurredOn = day });
            yield return ("leave it", new DecideRehandling(body, false, new("x"), ByDesk("no")) { By = desk, OccurredOn = day });
            yield return ("acknowledge", new AcknowledgeDemand(body) { By = clerk, OccurredOn = day });
            yield return ("meet", new GiveMeetingOpinion(body, new("x"), ByDesk("meet")) { By = desk, OccurredOn = day });
            yield return ("lapse", new LapseCommitment(body, Promised) { By = Actor.Qijiang, OccurredOn = day });
            yield return ("deliver", new ReportDelivery(body, Promised, new("x")) { By = clerk, OccurredOn = day });
            yield return ("urge", new UrgeDeliveryEvaluation(body, Promised) { By = Actor.Qijiang, OccurredOn = day });
            yield return ("meet", new GiveDeliveryMeetingOpinion(body, Promised, new("x"), ByDesk("meet-d")) { By = desk, OccurredOn = day });
            yield return ("evaluate by a co-signer", new Evaluate(body, SatisfactionGrade.Satisfied) { By = li, OccurredOn = day });
            foreach (var grade in _opinions.Keys)
            {
                yield return ("evaluate", new Evaluate(body, grade, _opinions[grade]) { By = chen, OccurredOn = day });
                yield return ("correct", new CorrectEvaluation(body, grade, _opinions[grade]) { By = chen, OccurredOn = day });
                yield return ("evaluate delivery", new EvaluateDelivery(body, Promised, grade, _opinions[grade]) { By = chen, OccurredOn = day });
                yield return ("correct delivery", new CorrectDeliveryEvaluation(body, Promised, grade, _opinions[grade]) { By = chen, OccurredOn = day });
            }
        }
        yield return ("opinion", new GiveCoHandlerOpinion(Power, new("x"), new("principal-of-power")) { By = A.AgencyClerk("power"), OccurredOn = day });
        yield return ("demand anew", new DemandCoHandlerOpinionAnew(Power, new("x")) { By = A.AgencyClerk("city-management"), OccurredOn = day });
        yield return ("evaluate opinion", new Evaluate(Power, SatisfactionGrade.Dissatisfied, new("x")) { By = chen, OccurredOn = day });
    }
}
