using Qijiang.Core.Calendar;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using static Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>How periods are counted (dossier 9).</summary>
internal static class CalendarWitnesses
{
    private static readonly RuleRef _rule = new("SUG-13", "chongqing", new(2018, 1, 1));

    public static IEnumerable<Witness> All =>
    [
        // Ten working days from Friday, 8 May 2026, with the make-up Saturday on the 9th (9.3).
        new("national", "calendar.startDayCounted", "2026-05-21", w => w.Due(new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), _rule))),

        // Three months from 8 May 2026 end on a Saturday (9.3).
        new("national", "calendar.rollForward", "2026-08-10", w => w.Due(new(new(2026, 5, 8), new(3, LimitUnit.Months), _rule))) { Or = ["None"] },

        // Twenty days before Monday, 26 October 2026 are in the National Day holiday, before which 30 September is worked.
        new("national", "calendar.backward", "2026-09-30", w => w.Latest(new(new(2026, 10, 26), new(20, LimitUnit.Days), _rule))) { Or = ["None"] },

        // Of the ten working days one is off where the rules name the area.
        new("national", "calendar.localOverrides", "2026-05-21", w => w.DueWithLocalNotice(new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), _rule))) { Or = ["某自治县"] },

        new("national", "calendar.dayEndsAt", "on 21 May: asked; on 22 May: suggestion.return-too-late", ReturningAtTheEnd) { Or = ["18:00"], Only = true },
    ];

    // The last of ten working days is a whole day.
    private static string ReturningAtTheEnd(World w)
    {
        var inHand = w.Suggestion.GivenDone(Submission(), Receipt, Assignment, Division(Lead, CoHandler));
        string On(int day) => World.Told(inHand.When(new SuggestionCommand.ReturnMisassigned(City, new("属水务部门职责。")) { By = A.AgencyClerk("city-management"), OccurredOn = new(2026, 5, day) }), _ => "asked");
        return $"on 21 May: {On(21)}; on 22 May: {On(22)}";
    }
}
