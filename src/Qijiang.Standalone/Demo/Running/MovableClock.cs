using NodaTime;
using Qijiang.Backend.Congresses;

namespace Qijiang.Standalone.Demo.Running;

/// <summary>The domain's clock in a demo: nine o'clock in China on a day that can be moved forward, running on from there.</summary>
/// <param name="day">The first day.</param>
/// <param name="time">By which it runs on.</param>
public sealed class MovableClock(LocalDate day, TimeProvider time) : IClock
{
    private static readonly LocalTime _morning = new(9, 0);
    private readonly Lock _gate = new();
    private Instant _at = MorningOf(day);
    private long _since = time.GetTimestamp();

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (_gate) return _at + Duration.FromTimeSpan(time.GetElapsedTime(_since));
    }

    /// <summary>Goes on to the morning of a later day; false, and nothing changes, where the day is past.</summary>
    /// <param name="day">The day. Today changes nothing.</param>
    public bool TryMoveTo(LocalDate day)
    {
        lock (_gate)
        {
            var today = ChinaDate.Of(GetCurrentInstant());
            if (day == today) return true;
            if (day < today) return false;
            _at = MorningOf(day);
            _since = time.GetTimestamp();
            return true;
        }
    }

    private static Instant MorningOf(LocalDate day) => day.At(_morning).InZoneStrictly(ChinaDate.Zone).ToInstant();
}
