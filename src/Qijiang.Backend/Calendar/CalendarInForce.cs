using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Calendar;

/// <summary>The working calendar by which deadlines are computed now, counted as the congress's rules say.</summary>
public sealed class CalendarInForce(RuleSets rules)
{
    private readonly ConcurrentDictionary<CongressId, WorkingCalendar> _calendars = new();

    /// <summary>The calendar of a congress.</summary>
    public WorkingCalendar Of(Congress.Established congress) => _calendars.GetOrAdd(
        congress.Id, _ => WorkingCalendar.Official.CountedBy(new CountingRules(rules.Of(congress), congress.Level, LocalDate.MaxIsoValue)));

    /// <summary>A deadline as it is shown, explained in the reader's language.</summary>
    public DeadlineShown Show(Congress.Established congress, StatutoryPeriod period)
    {
        var due = Of(congress).DueOf(period);
        return new(period.Rule.Id, period.Rule.Set, period.Start, period.Limit, due.Nominal, due.On, due.Provisional, due.Explain(CultureInfo.CurrentUICulture));
    }
}

/// <summary>A deadline with everything that somebody needs to check it by hand.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Set">The rule set it was read from.</param>
/// <param name="Start">The day that starts it.</param>
/// <param name="Limit">How long.</param>
/// <param name="Nominal">The last day before it was moved off a day off.</param>
/// <param name="On">The last day, until 24:00.</param>
/// <param name="Provisional">Whether a holiday notice that is not known yet may move it.</param>
/// <param name="Explanation">How it was found, line by line.</param>
public sealed record DeadlineShown(string Rule, string Set, LocalDate Start, TimeLimit Limit, LocalDate Nominal, LocalDate On, bool Provisional, string Explanation);
