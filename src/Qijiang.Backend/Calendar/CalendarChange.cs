using System.Collections.Concurrent;
using NodaTime;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Calendar;

/// <summary>What one command has changed in the holiday notices. Read from the stream, it is the same whoever asks, and however late.</summary>
/// <param name="Command">The command.</param>
/// <param name="Before">The calendar before it.</param>
/// <param name="After">The calendar after it.</param>
/// <param name="MovedOn">The day of the command.</param>
/// <param name="Notices">The notices that were entered or taken out.</param>
internal sealed record CalendarChange(string Command, WorkingCalendar Before, WorkingCalendar After, LocalDate MovedOn, ValueList<HolidayNotice> Notices)
{
    /// <summary>The change by a command; null where there was nothing before it that could have changed, or no such command.</summary>
    public static CalendarChange? Of(History<NoticeEvent> history, string command)
    {
        var happened = history.Events.Where(e => e.Command.Id == command).ToList();
        if (happened is [] || happened[0].Version == history.Events[0].Version) return null;
        var before = Until(happened[0].Version - 1);
        var after = Until(happened[^1].Version);
        return new(
            command, WorkingCalendar.Of([.. before.Notices]), WorkingCalendar.Of([.. after.Notices]), happened[0].Happening.OccurredOn,
            happened.Select(e => e.Happening.Event switch
            {
                NoticeEvent.Entered entered => entered.Notice,
                NoticeEvent.Withdrawn withdrawn => before.Notices.First(notice => notice.Id == withdrawn.Id),
                _ => throw new ArgumentOutOfRangeException(nameof(history)),
            }).ToValueList());

        NoticeRegister Until(int version) => CalendarJson.Notices.Decider.Fold(history.Events.TakeWhile(e => e.Version <= version).Select(e => e.Happening.Event));
    }

    private readonly ConcurrentDictionary<(RuleSet Rules, CongressLevel Level), (WorkingCalendar Before, WorkingCalendar After)?> _calendars = new();

    /// <summary>Both calendars as they hold for a congress; null where the change does not concern it.</summary>
    public (WorkingCalendar Before, WorkingCalendar After)? For(RuleSet rules, CongressLevel level) => _calendars.GetOrAdd((rules, level), _ => Build(rules, level));

    private (WorkingCalendar Before, WorkingCalendar After)? Build(RuleSet rules, CongressLevel level)
    {
        var (before, after) = (Before.For(rules, level), After.For(rules, level));
        return before.Notices.SequenceEqual(after.Notices) ? null : (before, after);
    }
}
