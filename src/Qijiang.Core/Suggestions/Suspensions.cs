using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using static Qijiang.Core.Outcome<Qijiang.Core.Suggestions.SuggestionEvent>;

namespace Qijiang.Core.Suggestions;

/// <summary>Grants a suspension of a running period, where the congress's own rules let somebody (CAL-13).</summary>
internal static class Suspensions
{
    public static Outcome<SuggestionEvent> Decide(SuggestionCommand.SuspendPeriod c, Stage.Replying stage, SuggestionRules rules)
    {
        var granted = rules.SuspensionGrantedBy;
        if (granted.Value is SuspensionGrantedBy.Nobody) return new NoSuspensionHere(granted.Ref);
        if (c.Decision.Kind is not BodyKind.Desk) return new NotTheDesksDecision(granted.Ref) { Field = "decision.kind" };
        if (stage.Pauses.Contains(new(c.From, c.To, c.Reasons, c.Decision))) return Accept();
        if (rules.IsOver(stage.Owed, c.OccurredOn)) return new SuspensionMisdated(granted.Ref) { Field = "decision.on" };
        if (c.From <= stage.Owed.Start || rules.IsOver(stage.Owed, c.From)) return new SuspensionMisdated(granted.Ref) { Field = "from" };
        // What is left of the period after it has to end within the calendar.
        if (c.To < c.From || !WorkingCalendar.Covers(c.To.PlusYears(1))) return new SuspensionMisdated(granted.Ref) { Field = "to" };
        return Accept(new SuggestionEvent.PeriodSuspended(c.Agency, c.From, c.To, c.Reasons, c.Decision, granted.Ref));
    }

    /// <summary>The stage with the suspension in its period, which keeps its start, length and rule.</summary>
    public static Stage.Replying Granted(Stage.Replying stage, SuggestionEvent.PeriodSuspended e) => stage with
    {
        Owed = stage.Owed with { Suspensions = (stage.Owed.Suspensions ?? []).Add(new(e.From, e.To, e.Rule)) },
        Pauses = stage.Pauses.Add(new(e.From, e.To, e.Reasons, e.Decision)),
    };
}
