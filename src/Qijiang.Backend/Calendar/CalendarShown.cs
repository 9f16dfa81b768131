using System.Globalization;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Calendar;

/// <summary>A day, as it is shown.</summary>
/// <param name="Date">The day.</param>
/// <param name="Weekday">1 for Monday to 7 for Sunday.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Working">Whether it is a working day.</param>
/// <param name="Holiday">The holiday for which it is off or worked, in the reader's language.</param>
/// <param name="Notice">The notice that says so, as it is cited.</param>
/// <param name="Words">The words of the notice.</param>
/// <param name="Decree">The decree by which it is off, where no notice says so.</param>
/// <param name="Provisional">Whether a notice that is not known yet may decide otherwise.</param>
public sealed record DayShown(LocalDate Date, int Weekday, DayKind Kind, bool Working, string? Holiday, string? Notice, string? Words, string? Decree, bool Provisional)
{
    /// <summary>A day in the reader's language.</summary>
    public static DayShown Of(CalendarDay day) => new(
        day.Date, (int)day.Date.DayOfWeek, day.Kind, day.IsWorking, day.Holiday?.In(CultureInfo.CurrentUICulture), day.Notice?.Cited,
        day.Notice?.Items.Where(item => (item.From <= day.Date && day.Date <= item.To) || item.MakeUp.Contains(day.Date)).Select(item => item.Words).LastOrDefault(),
        day.Decree is { } decree ? decree.Law : null, day.Provisional);
}

/// <summary>A day with its neighbours.</summary>
/// <param name="Day">The day.</param>
/// <param name="PreviousWorkingDay">The last working day before it.</param>
/// <param name="NextWorkingDay">The first working day after it.</param>
public sealed record DayAsked(DayShown Day, LocalDate PreviousWorkingDay, LocalDate NextWorkingDay);

/// <summary>A year, as it is shown: every day that differs from plain weekdays and weekends.</summary>
/// <param name="Year">The year.</param>
/// <param name="WorkingDays">How many working days it has.</param>
/// <param name="ProvisionalFrom">The first day about which a notice that is not known yet may decide; null where there is none.</param>
/// <param name="Notices">The notices that say something about the year, as they are cited.</param>
/// <param name="DaysOff">The days off, weekends without a holiday left out.</param>
/// <param name="MakeUpDays">The Saturdays and Sundays on which work is made up.</param>
public sealed record YearShown(
    int Year, int WorkingDays, LocalDate? ProvisionalFrom, IReadOnlyList<string> Notices, IReadOnlyList<DayShown> DaysOff, IReadOnlyList<DayShown> MakeUpDays);

/// <summary>A holiday notice that the installation knows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Year">The year it arranges.</param>
/// <param name="Amends">The id of the notice it amends.</param>
/// <param name="Area">The area for which it holds; null: everywhere.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its document number; null where it was not read.</param>
/// <param name="IssuedOn">Its date; null where it was not read.</param>
/// <param name="Status">How it was read.</param>
/// <param name="EnteredAt">When it was recorded here as it stands.</param>
/// <param name="EnteredBy">Who did so; null where it came with the software or its configuration.</param>
public sealed record NoticeShown(
    string Id, int Year, string? Amends, string? Area, string Title, string? Number, LocalDate? IssuedOn, NoticeStatus Status, Instant? EnteredAt, PersonId? EnteredBy);

/// <summary>A last day that has moved, or has become firm or provisional again.</summary>
/// <param name="MovedOn">When the notice was entered.</param>
/// <param name="Obligation">The id of what is owed.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="OwedBy">By whom.</param>
/// <param name="About">About what.</param>
/// <param name="From">The last day before.</param>
/// <param name="To">The last day since; the same where it has not moved.</param>
/// <param name="Provisional">Whether a further notice may move it again.</param>
/// <param name="Notices">The notices, as they are cited.</param>
/// <param name="Explanation">Why, and how the new day was found, line by line.</param>
public sealed record MoveShown(
    LocalDate MovedOn, ObligationId Obligation, ObligationKind Kind, Party OwedBy, Matter About, LocalDate From, LocalDate To, bool Provisional, IReadOnlyList<string> Notices, string Explanation);

/// <summary>A page of moves, by day.</summary>
public sealed record MovePage(IReadOnlyList<MoveShown> Moves, string? Next);
