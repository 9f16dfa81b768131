using FluentAssertions;
using Qijiang.Core.Calendar;
using Qijiang.Testing;
using Xunit;

namespace Qijiang.Core.Tests.Calendar;

/// <summary>Which holiday notices an installation knows. All that are entered here are invented.</summary>
public sealed class NoticeRegisterTests
{
    private static readonly NoticeEvent[] _own = [.. HolidayNotices.Embedded.Select(notice => new NoticeEvent.Entered(notice))];
    private static readonly HolidayNotice _extraDay = Amendment("2026-12-28", "2026-1");
    private static readonly HolidayNotice _corrected = Amendment("2026-12-29", "2026-1");

    private static readonly Scenario<NoticeCommand, NoticeRegister, NoticeEvent> _register = new(NoticeRegister.Decider, NoticeRegister.Decide);

    [Fact]
    public void What_comes_with_the_software_is_entered_once()
    {
        _register.When(new NoticeCommand.EnterOwn(HolidayNotices.Embedded.ToValueList())).Then(_own);
        _register.Given(_own).When(new NoticeCommand.EnterOwn(HolidayNotices.Embedded.ToValueList())).ThenNothing();
    }

    [Fact]
    public void A_notice_is_entered_once_and_corrected_under_its_id()
    {
        _register.Given(_own).When(new NoticeCommand.Enter(_extraDay)).Then(new NoticeEvent.Entered(_extraDay));
        _register.Given([.. _own, new NoticeEvent.Entered(_extraDay)]).When(new NoticeCommand.Enter(_extraDay)).ThenNothing();
        _register.Given([.. _own, new NoticeEvent.Entered(_extraDay)]).When(new NoticeCommand.Enter(_corrected)).Then(new NoticeEvent.Entered(_corrected));
    }

    [Fact]
    public void An_older_file_does_not_undo_a_correction() =>
        _register.Given([.. _own, new NoticeEvent.Entered(_extraDay), new NoticeEvent.Entered(_corrected)]).When(new NoticeCommand.EnterOwn([_extraDay])).ThenNothing();

    [Fact]
    public void A_notice_that_was_taken_out_stays_out_until_somebody_enters_it_again()
    {
        NoticeEvent[] withdrawn = [.. _own, new NoticeEvent.Entered(_extraDay), new NoticeEvent.Withdrawn("2026-1")];

        _register.Given(withdrawn[..^1]).When(new NoticeCommand.Withdraw("2026-1")).Then(new NoticeEvent.Withdrawn("2026-1"));
        _register.Given(withdrawn).When(new NoticeCommand.EnterOwn([_extraDay])).ThenNothing();
        _register.Given(withdrawn).When(new NoticeCommand.Enter(_extraDay)).Then(new NoticeEvent.Entered(_extraDay));
        _register.Given(withdrawn).When(new NoticeCommand.Withdraw("2026-1")).ThenRefused<NoticeUnknown>();
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_all_that_is_wrong_is_named()
    {
        _register.Given(_own).When(new NoticeCommand.Enter(_extraDay with { Amends = "2031" })).ThenRefused<NoticeFaulty>()
            .Findings.Select(finding => finding.ToString()).Should().Equal("2026-1: amends: there is no notice '2031'");
        _register.Given([.. _own, new NoticeEvent.Entered(_extraDay with { Amends = "2025" })]).When(new NoticeCommand.Withdraw("2025")).ThenRefused<NoticeFaulty>()
            .Findings.Select(finding => finding.ToString()).Should().Contain("2026-1: amends: there is no notice '2025'");
    }

    [Fact]
    public void Local_notices_of_two_areas_do_not_meet()
    {
        var (here, there) = (Local("县庆", "甲自治县"), Local("县庆", "乙自治县"));
        _register.Given([.. _own, new NoticeEvent.Entered(here)]).When(new NoticeCommand.Enter(there)).Then(new NoticeEvent.Entered(there));
        _register.Given([.. _own, new NoticeEvent.Entered(here)]).When(new NoticeCommand.Enter(there with { Amends = here.Id })).ThenRefused<NoticeFaulty>()
            .Field.Should().Be("amends");
    }

    private static HolidayNotice Local(string holiday, string area) => Amendment("2026-08-10", $"local-{area}") with { Amends = null, Area = area, Title = holiday };

    private static HolidayNotice Amendment(string day, string id) => HolidayNotices.Read("invented.json", $$"""
        { "id": "{{id}}", "year": 2026, "amends": "2026", "title": "虚构的通知", "knownFrom": "2026-06-01", "status": "Read",
          "items": [ { "holiday": { "zh": "虚构假日", "en": "Invented day" }, "off": { "from": "{{day}}", "to": "{{day}}", "days": 1 }, "words": "虚构" } ] }
        """);
}
