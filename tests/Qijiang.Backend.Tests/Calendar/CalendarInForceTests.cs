using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Calendar;

/// <summary>Several processes over one store count by the same notices. Those that are entered are invented.</summary>
public sealed class CalendarInForceTests
{
    private static readonly Congress.Established _congress = new(new("qj"), CongressLevel.District, new("綦江区人大", "Qijiang"), null, "chongqing", [], [], []);
    private static readonly HolidayNotice _year2027 = HolidayNotices.Read("invented.json", InventedNotices.Year2027);
    private static readonly Act _act = new(new CommandStamp("c-1", "d-1"), new Actor(new("admin"), Office.SystemAdministrator), new(2026, 11, 24), Channel.Web);

    private readonly Desk desk = new();
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Another_instance_counts_by_a_new_notice_within_half_a_minute()
    {
        var (one, other) = (await ProcessAsync(), await ProcessAsync());
        (await IsProvisionalAsync(other.Calendar)).Should().BeTrue();

        await one.Notices.RunAsync(_act, new NoticeCommand.Enter(_year2027), CancellationToken.None);

        (await IsProvisionalAsync(one.Calendar)).Should().BeFalse();
        time.Advance(CalendarInForce.RememberedFor);
        (await IsProvisionalAsync(other.Calendar)).Should().BeFalse();
    }

    [Fact]
    public async Task What_one_instance_brings_along_all_count_by_once_it_is_recorded()
    {
        var (old, upgraded) = (await ProcessAsync(), await ProcessAsync(_year2027));
        await old.Notices.EnterOwnAsync(CancellationToken.None);

        await upgraded.Notices.EnterOwnAsync(CancellationToken.None);
        await upgraded.Notices.EnterOwnAsync(CancellationToken.None);
        await old.Notices.EnterOwnAsync(CancellationToken.None);

        (await IsProvisionalAsync(old.Calendar)).Should().BeFalse();
        (await old.Notices.LoadAsync(CancellationToken.None)).Events.Select(e => e.Happening.Event).Should().Equal(
            [.. HolidayNotices.Embedded.Select(notice => new NoticeEvent.Entered(notice)), new NoticeEvent.Entered(_year2027)]);
    }

    [Fact]
    public async Task What_is_brought_along_and_does_not_fit_is_refused_and_the_others_stay_in_force()
    {
        var (one, contradicting) = (await ProcessAsync(), await ProcessAsync(_year2027 with { Id = "another" }));
        await one.Notices.RunAsync(_act, new NoticeCommand.Enter(_year2027), CancellationToken.None);

        (await contradicting.Notices.EnterOwnAsync(CancellationToken.None)).Should().BeOfType<Ran<NoticeRegister>.Refused>()
            .Which.Refusal.Should().BeOfType<NoticeFaulty>().Which.Findings.Select(f => f.ToString()).Should().Contain("another: year: 2027 has a notice already, '2027'; an amendment names it in 'amends'");
        (await IsProvisionalAsync(contradicting.Calendar)).Should().BeFalse();
    }

    private async Task<(NoticeUseCases Notices, CalendarInForce Calendar)> ProcessAsync(params HolidayNotice[] more)
    {
        var own = new OwnNotices([.. HolidayNotices.Embedded, .. more]);
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 24, 2, 0));
        var notices = new NoticeUseCases(desk.Store, desk.Runner, own, clock);
        var rules = new RuleSets(new OwnRules(desk.Rows, Options.Create(new RuleSettings())), clock, NullLogger<RuleSets>.Instance);
        await rules.LookAsync(_congress, CancellationToken.None);
        return (notices, new CalendarInForce(notices, own, rules, time));
    }

    private static async Task<bool> IsProvisionalAsync(CalendarInForce calendar) => (await calendar.OfAsync(_congress, CancellationToken.None)).Day(new LocalDate(2027, 2, 9)).Provisional;
}
