using System.Globalization;
using System.Resources;
using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>Writes down how a due date was found, from the texts in <c>Explanations.resx</c>.</summary>
internal sealed class DeadlineExplanation(Deadline deadline, WorkingCalendar calendar, CountingRules counting, CultureInfo culture)
{
    private static readonly ResourceManager _texts = new(typeof(DeadlineExplanation).Namespace + ".Explanations", typeof(DeadlineExplanation).Assembly);
    private readonly StatutoryPeriod _period = deadline.Period;
    private readonly ValueList<PeriodSuspension> _suspensions = deadline.Period.Suspensions ?? [];

    public IEnumerable<string> Lines()
    {
        yield return Text(deadline.Backward ? "period.backward" : "period.forward", Said(_period.Start), Limit(), Said(_period.Rule));
        yield return Start();
        foreach (var line in _period.Limit.Unit is LimitUnit.WorkingDays ? CountedDays() : EndOfPeriod()) yield return line;
        if (deadline.Provisional) yield return Text("provisional", string.Join(Text("and"), MissingYears()));
        if (_suspensions.Count > 0) yield return Text("due.unsuspended", Said(deadline.Unsuspended));
        yield return Text(deadline.Backward ? "latest" : "due", Said(deadline.On));
    }

    private string Start()
    {
        var rule = counting.StartDayCounted;
        if (deadline.Backward) return Text("start.backward", Said(_period.Start.PlusDays(-1)));
        return rule.Value ? Text("start.counted", rule.Ref.Id) : Text("start.not-counted", rule.Ref.Id, Said(_period.Start.PlusDays(1)));
    }

    // Working days: every day from the start to the end, in runs of the same kind, with the sum so far.
    private IEnumerable<string> CountedDays()
    {
        var sum = 0;
        var first = deadline.Backward ? _period.Start.PlusDays(-1) : _period.Start.PlusDays(counting.StartDayCounted.Value ? 0 : 1);
        foreach (var run in Runs(first, deadline.On, deadline.Backward ? -1 : 1))
        {
            if (run.Pause is { } pause)
            {
                yield return Text("suspended", run.Said, Said(pause.Rule));
                continue;
            }
            if (run.First.IsWorking) sum += run.Length;
            yield return run.First.Kind switch
            {
                DayKind.Workday => Text("run.workdays", run.Said, run.Length, sum),
                DayKind.MakeUpWorkday => Text("run.make-up", run.Said, run.Length, sum, Name(run.First), Cited(run.First)),
                DayKind.Weekend => Text("run.weekend", run.Said),
                _ => Text(run.First.Notice is null ? "run.decree" : "run.holiday", run.Said, Name(run.First), Cited(run.First)),
            };
        }
    }

    // Days and months: where they end by themselves, and over which days off the end was moved.
    private IEnumerable<string> EndOfPeriod()
    {
        var nominal = calendar.Day(deadline.Nominal);
        var end = _suspensions.Count > 0 ? calendar.DueOf(_period with { Suspensions = null }).Nominal : deadline.Nominal;
        var noSuchDay = _period.Limit.Unit is LimitUnit.Months && _period.Start.Day != end.Day && !(counting.StartDayCounted.Value && !deadline.Backward);
        yield return Text(noSuchDay ? "end.last-of-month" : "end", Said(end), _period.Start.Day);
        foreach (var pause in _suspensions.OrderBy(pause => pause.From))
            yield return Text("suspended", Range(pause.From, pause.To), Said(pause.Rule));
        if (_suspensions.Count > 0) yield return Text("end.after-suspension", Said(deadline.Nominal));
        var (rolls, rule) = deadline.Backward
            ? (counting.Backward.Value is not RollBackward.None, counting.Backward.Ref.Id)
            : (counting.RollForward.Value is not RollForward.None, counting.RollForward.Ref.Id);
        if (nominal.Kind is DayKind.MakeUpWorkday) yield return Text("stays.make-up", Name(nominal), Cited(nominal));
        else if (nominal.IsWorking) yield return Text("stays.workday");
        else if (!rolls) yield return Text("stays.by-rule", rule);
        else
        {
            var step = deadline.Backward ? -1 : 1;
            foreach (var run in Runs(deadline.Nominal, deadline.On.PlusDays(-step), step))
                yield return run.First.Kind is DayKind.Weekend
                    ? Text("off.weekend", run.Said)
                    : Text(run.First.Notice is null ? "off.decree" : "off.holiday", run.Said, Name(run.First), Cited(run.First));
            yield return Text(deadline.Backward ? "moves.backward" : "moves.forward", Said(deadline.On), rule);
        }
    }

    // The year of the notice that is missing: the day's own or, in the last days of a year that has its own, the next.
    private IEnumerable<int> MissingYears()
    {
        var (from, to) = _period.Limit.Unit is not LimitUnit.WorkingDays ? (deadline.Nominal, deadline.On) : (_period.Start, deadline.On);
        if (from > to) (from, to) = (to, from);
        return Enumerable.Range(0, NodaTime.Period.DaysBetween(from, to) + 1).Select(from.PlusDays).Where(date => calendar.Day(date).Provisional)
            .Select(date => calendar.Notices.Any(notice => notice.Governs && notice.Year == date.Year) ? date.Year + 1 : date.Year).Distinct();
    }

    private IEnumerable<(CalendarDay First, PeriodSuspension? Pause, int Length, string Said)> Runs(LocalDate from, LocalDate to, int step)
    {
        var days = new List<CalendarDay>();
        for (var date = from; step > 0 ? date <= to : date >= to; date = date.PlusDays(step))
        {
            var day = calendar.Day(date);
            if (days.Count > 0 && !IsAlike(days[0], day))
            {
                yield return Run();
                days.Clear();
            }
            days.Add(day);
        }
        if (days.Count > 0) yield return Run();

        (CalendarDay, PeriodSuspension?, int, string) Run() => (days[0], PauseOn(days[0].Date), days.Count, Range(days[0].Date, days[^1].Date));
    }

    private bool IsAlike(CalendarDay first, CalendarDay day) => PauseOn(first.Date) is var pause && pause == PauseOn(day.Date)
        && (pause is not null || first with { Date = day.Date, Provisional = day.Provisional } == day);

    private PeriodSuspension? PauseOn(LocalDate date) => _suspensions.FirstOrDefault(pause => pause.From <= date && date <= pause.To);

    private string Range(LocalDate from, LocalDate to) => from == to ? Said(from) : Text("range", Said(from), Said(to));

    private string Limit() => Text($"limit.{_period.Limit.Unit}{(_period.Limit.Count == 1 ? ".one" : "")}", _period.Limit.Count);

    private string Said(RuleRef rule) => Text("rule", rule.Id, rule.Set, ShortDate(rule.From));

    private string Said(LocalDate date) => Text("date.weekday", ShortDate(date), Listed("weekdays", (int)date.DayOfWeek));

    private string ShortDate(LocalDate date) => Text("date", date.Year, Listed("months", date.Month), date.Day);

    private string Name(CalendarDay day) => day.Holiday!.In(culture);

    private string Cited(CalendarDay day) => day.Notice?.Cited ?? (day.Decree is { } decree ? Text(decree.Article is null ? "decree" : "decree.article", decree.Law, decree.Article) : "");

    private string Listed(string key, int number) => Text(key).Split(',')[number - 1];

    private string Text(string key, params ReadOnlySpan<object?> parts) => string.Format(CultureInfo.InvariantCulture, _texts.GetString(key, culture)!, parts);
}
