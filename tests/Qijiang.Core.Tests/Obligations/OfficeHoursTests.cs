using FluentAssertions;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Core.Tests.Obligations;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-05-08T10:30", "2026-05-08T10:30")]
    [InlineData("2026-05-08T09:00", "2026-05-08T09:00")]
    [InlineData("2026-05-08T00:05", "2026-05-08T09:00")]
    [InlineData("2026-05-08T18:00", "2026-05-09T09:00")]   // Saturday, 9 May is a make-up working day
    [InlineData("2026-05-09T18:30", "2026-05-11T09:00")]
    [InlineData("2026-05-10T11:00", "2026-05-11T09:00")]
    [InlineData("2026-09-30T20:00", "2026-10-08T09:00")]   // National Day
    [InlineData("2026-02-14T23:59", "2026-02-24T09:00")]   // Spring Festival, nine days
    public void What_comes_outside_them_waits_until_they_begin(string at, string goes) =>
        new OfficeHours(new(9, 0), new(18, 0)).OnOrAfter(Time(at), WorkingCalendar.Official).Should().Be(Time(goes));

    private static LocalDateTime Time(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
