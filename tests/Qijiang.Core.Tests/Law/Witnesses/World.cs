using System.Globalization;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using Qijiang.Core.Obligations;
using Qijiang.Core.PersonalData;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>Where a witness's story is told: a congress under a rule set, its calendar counted by that set.</summary>
/// <param name="set">The rule set.</param>
/// <param name="level">The congress's level.</param>
internal sealed class World(RuleSet set, CongressLevel level)
{
    // An invented local notice: Wednesday, 20 May 2026 is off in one area.
    private static readonly WorkingCalendar _withLocalNotice = WorkingCalendar.Official.With(HolidayNotices.Read("invented.json", """
        { "id": "local-2026", "year": 2026, "area": "某自治县", "title": "虚构的县庆放假通知", "knownFrom": "2026-04-01", "status": "Read",
          "items": [ { "holiday": { "zh": "县庆", "en": "Founding day" }, "off": { "from": "2026-05-20", "to": "2026-05-20", "days": 1 }, "words": "放假1天" } ] }
        """));

    private readonly WorkingCalendar _calendar = WorkingCalendar.Official.For(set, level);

    public Scenario<SuggestionCommand, Suggestion, SuggestionEvent> Suggestion => Stories.Suggestion;

    public Scenario<OpinionCommand, Opinion, OpinionEvent> Opinion => Stories.Opinion;

    public Scenario<PollCommand, Poll, PollEvent> Poll => new(PollDecider.Instance, (command, state) => PollDecider.Decide(command, state, ProjectRules(command.OccurredOn)));

    public Scenario<ProjectCommand, Project, ProjectEvent> Project => new(ProjectDecider.Instance, (command, state) => ProjectDecider.Decide(command, state, ProjectRules(command.OccurredOn)));

    private Scenarios Stories => new(set, level, _calendar);

    public LivelihoodProjectRules ProjectRules(LocalDate day) => new(set, level, day);

    public PersonalDataRules PersonalDataRules(LocalDate day) => new(set, level, day);

    /// <summary>The last day of a period.</summary>
    public string Due(StatutoryPeriod? period) => period is null ? "no period" : Text(_calendar.DueOf(period).On);

    /// <summary>The last day of a period where one area's notice is known.</summary>
    public string DueWithLocalNotice(StatutoryPeriod period) => Text(_withLocalNotice.For(set, level).DueOf(period).On);

    /// <summary>The latest day of a period that is counted back from a day.</summary>
    public string Latest(StatutoryPeriod period) => Text(_calendar.LatestBefore(period).On);

    /// <summary>The day on which a step of the library's reminder policy comes.</summary>
    public string Reminded(OpenObligation owed, string step)
    {
        var policy = ReminderPolicy.Default.Under(new ReminderRules(set, level, owed.Due.From));
        var days = Enumerable.Range(1, Period.DaysBetween(owed.Due.From, owed.Due.On(_calendar))).Select(owed.Due.From.PlusDays);
        return days.Where(day => ReminderPlan.StepsDue(owed, policy, _calendar, day, []).Send?.Key == step).Select(Text).FirstOrDefault("never");
    }

    /// <summary>What came of asking: the refusal's code, or what happened, told in short.</summary>
    public static string Told<TState, TEvent>(ScenarioOutcome<TState, TEvent> outcome, Func<ValueList<TEvent>, string> happened) where TState : notnull where TEvent : notnull =>
        outcome.Refusal?.Code ?? happened(outcome.Accepted());

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
