using FluentAssertions;
using NodaTime.Text;
using Qijiang.Backend.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

public sealed class ChinaDateTests
{
    /// <summary>CAL-04: midnight in Asia/Shanghai is 16:00 UTC, in summer as well.</summary>
    [Theory]
    [InlineData("2026-11-24T15:59:59", "2026-11-24")]
    [InlineData("2026-11-24T16:00:00", "2026-11-25")]
    [InlineData("2026-07-01T15:59:59", "2026-07-01")]
    [InlineData("2026-07-01T16:00:00", "2026-07-02")]
    [InlineData("2026-12-31T16:00:00", "2027-01-01")]
    public void A_day_is_a_day_in_China(string utc, string day)
    {
        var instant = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss").Parse(utc).Value.InUtc().ToInstant();

        ChinaDate.Of(instant).Should().Be(LocalDatePattern.Iso.Parse(day).Value);
    }
}
