using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;

namespace Qijiang.Testing;

/// <summary>Stories about each capability, told under a rule set at a level of congress. Rules are those of the day of each act, as in production.</summary>
/// <param name="set">The rule set.</param>
/// <param name="level">The level.</param>
/// <param name="calendar">The calendar in force; the official one where none is given.</param>
public sealed class Scenarios(RuleSet set, CongressLevel level = CongressLevel.District, WorkingCalendar? calendar = null)
{
    private readonly WorkingCalendar _calendar = calendar ?? WorkingCalendar.Official;

    /// <summary>A suggestion that nobody has submitted yet.</summary>
    public Scenario<SuggestionCommand, Suggestion, SuggestionEvent> Suggestion =>
        new(SuggestionDecider.Instance, (command, state) => SuggestionDecider.Decide(command, state, SuggestionRules(command.OccurredOn)));

    /// <summary>An opinion that nobody has sent yet.</summary>
    public Scenario<OpinionCommand, Opinion, OpinionEvent> Opinion =>
        new(OpinionDecider.Instance, (command, state) => OpinionDecider.Decide(command, state, OpinionRules(command.OccurredOn)));

    /// <summary>A person without any mandate.</summary>
    public static Scenario<MandateCommand, Mandates, MandateEvent> Mandates => new(Core.Congresses.Mandates.Decider, Core.Congresses.Mandates.Decide);

    /// <summary>A congress that has not been set up.</summary>
    public static Scenario<CongressCommand, Congress, CongressEvent> Congress => new(Core.Congresses.Congress.Decider, Core.Congresses.Congress.Decide);

    /// <summary>The rules of suggestions on a day.</summary>
    /// <param name="day">The day.</param>
    public SuggestionRules SuggestionRules(LocalDate day) => new(set, level, day, _calendar);

    /// <summary>The rules of citizens' input on a day.</summary>
    /// <param name="day">The day.</param>
    public OpinionRules OpinionRules(LocalDate day) => new(set, level, day);
}
