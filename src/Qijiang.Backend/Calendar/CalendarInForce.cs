using System.Collections.Concurrent;
using System.Collections.Immutable;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Calendar;

/// <summary>The working calendar by which deadlines are computed now. The notices change rarely and are remembered for a short time.</summary>
public sealed class CalendarInForce(NoticeUseCases notices, OwnNotices own, RuleSets rules, TimeProvider time)
{
    /// <summary>For how long another instance may count by a calendar that has been changed.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(30);

    private Known? _known;

    /// <summary>The calendar of a congress: with the local notices of its area, each period counted by its rules of the day that starts it.</summary>
    public async ValueTask<WorkingCalendar> OfAsync(Congress.Established congress, CancellationToken cancel)
    {
        var known = _known is { } k && time.GetElapsedTime(k.ReadAt) < RememberedFor ? k : _known = await ReadAsync(_known, cancel);
        var set = rules.Of(congress);
        return known.Calendars.GetOrAdd((set, congress.Level), _ => known.Calendar.For(set, congress.Level));
    }

    /// <summary>Forgets the notices that were just changed.</summary>
    public void Forget() => _known = null;

    private async Task<Known> ReadAsync(Known? before, CancellationToken cancel)
    {
        var now = time.GetTimestamp();
        var history = await notices.LoadAsync(cancel);
        if (before?.Version == history.Version) return before with { ReadAt = now };
        ImmutableArray<HolidayNotice> inForce = history.IsEmpty ? own.Notices : [.. CalendarJson.Notices.StateOf(history).Notices];
        return new(history.Version, now, WorkingCalendar.Of(inForce), new());
    }

    private sealed record Known(int Version, long ReadAt, WorkingCalendar Calendar, ConcurrentDictionary<(RuleSet Rules, CongressLevel Level), WorkingCalendar> Calendars);
}
