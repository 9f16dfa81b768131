using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;
using Story = Qijiang.Testing.Scenario<Qijiang.Core.Suggestions.SuggestionCommand, Qijiang.Core.Suggestions.Suggestion, Qijiang.Core.Suggestions.SuggestionEvent>;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>Assigning, returning and reassigning (SUG-10 to SUG-14), with the periods that start there (SUG-15, SUG-16, SUG-20, SUG-21).</summary>
internal static class AssignmentWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        // Received on 24 April 2026 (9.3).
        new("chongqing", "suggestion.assignWithin", "2026-05-12", AssignedBy),
        new("chongqing", "suggestion.mergeTellsDeputies", "answered to chen, li", Merged) { Only = true },
        new("chongqing", "suggestion.division", "lead and co-handler: opened; two separate: opened; two leads: suggestion.division-unlawful", Divided) { Or = ["LeadWithCoHandlers"], Only = true },

        // Assigned on 8 May 2026 (9.3).
        new("chongqing", "suggestion.returnWithin", "2026-05-21", ReturnedBy),
        new("chongqing", "suggestion.contactWithin", "2026-06-04", w => w.Due(Opened(w).ContactWithin)),
        new("chongqing", "suggestion.coHandlerOpinionWithin", "2026-06-18", OpinionBy),
        .. Periods("chongqing", CongressLevel.District, reply: "2026-08-10", complex: "2026-11-09"),
        .. Periods("chongqing", CongressLevel.Town, reply: "2026-07-08", complex: "2026-09-08"),
        .. Periods("national", null, reply: "2026-08-10", complex: "2026-11-09"),

        // Returned on Wednesday, 20 May: two working days that week, five the next, three in June.
        new("chongqing", "suggestion.reassignWithin", "2026-06-03", ReassignedBy),
        .. OfBoth("suggestion.reassignRestartsReplyClock", "2026-08-20", w => w.Due(Moved(w).Owed)),
    ];

    public static string AssignedBy(World w) => w.Due(((Suggestion.AwaitingAssignment)w.Suggestion.GivenDone(Submission(), Receipt).State).Owed);

    public static string ReturnedBy(World w) => w.Due(Opened(w).ReturnWithin);

    public static string OpinionBy(World w) => w.Due(Opened(w, CoHandler).Owed);

    public static string ReassignedBy(World w) => w.Due(((Stage.ReturnAsked)((Suggestion.InHand)Returned(w).State).Handlings.Single().Stage).DecideWithin);

    /// <summary>When it has to be returned that was assigned on this day.</summary>
    public static string ReturnedBy(World w, LocalDate assigned) =>
        w.Due(WithOffice(w).When(Division(Lead) with { Decision = ByOffice with { On = assigned }, OccurredOn = assigned }).Accepted().OfType<Event.HandlingOpened>().Single().ReturnWithin);

    private static IEnumerable<Witness> Periods(string set, CongressLevel? level, string reply, string complex) =>
    [
        new(set, "suggestion.replyWithin", reply, w => w.Due(Opened(w).Owed)) { Level = level },
        new(set, "suggestion.replyWithinComplex", complex, w => w.Due(Opened(w, Lead with { ComplexBecause = new("涉及面广") }).Owed)) { Level = level },
    ];

    private static IEnumerable<Witness> OfBoth(string key, string ends, Func<World, string> tell) => [new("chongqing", key, ends, tell), new("national", key, ends, tell)];

    private static Story WithOffice(World w) => w.Suggestion.GivenDone(Submission(), Receipt, Assignment);

    private static Event.HandlingOpened Opened(World w, Part? part = null)
    {
        var about = part ?? Lead;
        return WithOffice(w).When(Division(about.Role is HandlingRole.Lead ? [about] : [Lead, about])).Accepted().OfType<Event.HandlingOpened>().Single(e => e.Agency == about.Agency);
    }

    private static string Merged(World w)
    {
        var takeIn = new TakeIn(new(new("s-0"), [Li])) { By = Actor.Qijiang, OccurredOn = Assigned };
        return World.Told(
            WithOffice(w).GivenDone(takeIn, Division(Lead)).When(Reply(Replied)),
            e => $"answered to {string.Join(", ", e.OfType<Event.ReplyGiven>().Single().AnswerTo.Select(p => p.Value))}");
    }

    private static string Divided(World w)
    {
        string Among(params Part[] parts) => World.Told(WithOffice(w).When(Division(parts)), _ => "opened");
        var (separate, other) = (Lead with { Role = HandlingRole.Separate }, new Part(Water, HandlingRole.Separate));
        return $"lead and co-handler: {Among(Lead, CoHandler)}; two separate: {Among(separate, other)}; two leads: {Among(Lead, other with { Role = HandlingRole.Lead })}";
    }

    private static Story Returned(World w) => WithOffice(w).GivenDone(Division(Lead), new ReturnMisassigned(City, new("属水务部门职责。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, 20) });

    // Moved to another agency on the day of the return: three months from 20 May are a Thursday in August.
    private static Event.HandlingOpened Moved(World w)
    {
        var on = new LocalDate(2026, 5, 20);
        return Returned(w).When(new Reassign(City, Water, ByDesk with { On = on, DocumentNumber = "改1" }) { By = A.DeskClerk(), OccurredOn = on }).Accepted().OfType<Event.HandlingOpened>().Single();
    }
}
