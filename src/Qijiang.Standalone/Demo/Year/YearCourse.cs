using NodaTime;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>The days on which suggestions take their steps.</summary>
internal sealed record YearCourse(
    string Made, LocalDate Submitted, LocalDate Received, LocalDate Assigned, LocalDate ToAgencies, LocalDate Contacted, LocalDate Replied, LocalDate RepliedLate,
    LocalDate Evaluated, LocalDate Demanded, LocalDate Acknowledged, LocalDate RepliedAgain, LocalDate EvaluatedAgain, LocalDate Promised, LocalDate Delivered, LocalDate DeliveryEvaluated)
{
    /// <summary>Made at the session in January; replies are due on 27 May.</summary>
    public static YearCourse InSession { get; } = new(
        "InSession", Day(1, 13), Day(1, 20), Day(2, 26), Day(2, 27), Day(4, 2), Day(5, 20), Day(6, 3),
        Day(6, 10), Day(6, 15), Day(6, 16), Day(8, 5), Day(8, 12), Day(9, 30), Day(9, 18), Day(9, 24));

    /// <summary>Made between sessions, in April; replies are due on 15 July.</summary>
    public static YearCourse BetweenSessions { get; } = new(
        "BetweenSessions", Day(4, 8), Day(4, 9), Day(4, 14), Day(4, 15), Day(5, 12), Day(7, 6), Day(7, 20),
        Day(7, 24), Day(7, 28), Day(7, 29), Day(9, 10), Day(9, 15), Day(10, 30), Day(10, 20), Day(10, 28));

    private static LocalDate Day(int month, int day) => new(YearPlan.Year, month, day);
}
