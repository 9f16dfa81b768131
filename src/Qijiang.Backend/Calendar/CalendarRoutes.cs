using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Qijiang.Backend.Http;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Calendar;

/// <summary>The working calendar for whoever checks a date by hand, the notices it is made of, and what their arrival has moved.</summary>
public sealed class CalendarRoutes(CalendarInForce calendar, NoticeUseCases notices, OwnNotices own, Lists lists) : ISurfacePart
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/calendar").WithTags("Calendar");
        group.MapGet("{year}", YearAsync).WithName("GetCalendarYear").Produces<YearShown>().ForOffices(Office.Citizen);
        group.MapGet("days/{day}", DayAsync).WithName("GetCalendarDay").Produces<DayAsked>().ForOffices(Office.Citizen);
        group.MapGet("notices", ListNoticesAsync).WithName("ListHolidayNotices").Produces<IReadOnlyList<NoticeShown>>().ForOffices(Office.SystemAdministrator, Office.DeskClerk, Office.DeskHead);
        group.MapPost("notices", EnterAsync).WithName("EnterHolidayNotice").Produces<NoticeShown>().ForOffices(Office.SystemAdministrator)
            .WithDescription("A notice in the form of the files in src/Qijiang.Core/Calendar/notices. Under the id of one that is there it corrects that one. Everything that is wrong in it is named in `findings`.");
        group.MapPost("notices/{notice}/withdrawal", WithdrawAsync).WithName("WithdrawHolidayNotice").ForOffices(Office.SystemAdministrator);
        group.MapGet("moves", ListMovesAsync).WithName("ListDeadlineMoves").Produces<MovePage>().ForOffices(Office.DeskClerk, Office.DeskHead, Office.IntakeClerk);
    }

    private async Task<IResult> YearAsync(int year, Acting acting, CancellationToken cancel)
    {
        if (year is < 1 or > 9998 || !WorkingCalendar.Covers(new(year, 1, 1)) || !WorkingCalendar.Covers(new(year, 12, 31))) return Problems.Of(new NotFound());
        var inForce = await calendar.OfAsync(acting.Congress, cancel);
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        var days = Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(n => inForce.Day(first.PlusDays(n))).ToList();
        return Results.Ok(new YearShown(
            year,
            days.Count(day => day.IsWorking),
            days.FirstOrDefault(day => day.Provisional)?.Date,
            [.. inForce.Notices.Where(notice => notice.Year == year || days.Any(day => day.Notice == notice)).Select(notice => notice.Cited)],
            [.. days.Where(day => day.Kind is DayKind.Holiday).Select(DayShown.Of)],
            [.. days.Where(day => day.Kind is DayKind.MakeUpWorkday).Select(DayShown.Of)]));
    }

    private async Task<IResult> DayAsync(string day, Acting acting, CancellationToken cancel)
    {
        if (LocalDatePattern.Iso.Parse(day) is not { Success: true, Value: var date }) return Problems.Of(new FieldMalformed("day"));
        // The first and last days have no neighbours within the calendar.
        if (!WorkingCalendar.Covers(date) || !WorkingCalendar.Covers(date.PlusDays(-30)) || !WorkingCalendar.Covers(date.PlusDays(30))) return Problems.Of(new NotFound());
        var inForce = await calendar.OfAsync(acting.Congress, cancel);
        return Results.Ok(new DayAsked(DayShown.Of(inForce.Day(date)), inForce.PreviousWorkingDay(date), inForce.NextWorkingDay(date)));
    }

    private async Task<IResult> ListNoticesAsync(CancellationToken cancel) => Results.Ok(Show(await notices.LoadAsync(cancel)));

    private async Task<IResult> EnterAsync(JsonElement notice, Acting acting, CancellationToken cancel)
    {
        HolidayNotice read;
        try
        {
            read = HolidayNotices.Read("notice", notice.GetRawText());
        }
        catch (HolidayNoticeException e)
        {
            return Refused(new NoticeFaulty(e.Findings.ToValueList()));
        }

        return await RunAsync(acting, new NoticeCommand.Enter(read), read.Id, cancel);
    }

    private Task<IResult> WithdrawAsync(string notice, Acting acting, CancellationToken cancel) => RunAsync(acting, new NoticeCommand.Withdraw(notice), notice, cancel);

    private async Task<IResult> RunAsync(Acting acting, NoticeCommand command, string id, CancellationToken cancel)
    {
        if (acting.Congress.Parent is not null) return Problems.Of(new NoticesKeptAbove());
        var (act, no) = acting.On(null);
        if (act is null) return Problems.Of(no!);
        if (await notices.RunAsync(act, command, cancel) is Ran<NoticeRegister>.Refused { Refusal: var refusal }) return Refused(refusal);
        calendar.Forget();
        return Show(await notices.LoadAsync(cancel)).FirstOrDefault(shown => shown.Id == id) is { } there ? Results.Ok(there) : Results.NoContent();
    }

    private static IResult Refused(Refusal refusal) => Problems.Of(refusal, (refusal as NoticeFaulty)?.Findings.Select(finding => finding.ToString()));

    private async Task<IResult> ListMovesAsync(Acting acting, CancellationToken cancel, string? list = null, string? after = null)
    {
        var question = (acting.Office, list) switch
        {
            (Office.DeskClerk or Office.DeskHead, null) => DeadlineMoves.Suggestions,
            (Office.DeskClerk or Office.DeskHead, "opinions") or (Office.IntakeClerk, null or "opinions") => DeadlineMoves.Opinions,
            (Office.IntakeClerk, "sealed") => DeadlineMoves.Sealed,
            _ => null,
        };
        if (question is null) return Problems.Of(new FieldMalformed("list"));
        var page = await lists.PageAsync(acting.Congress.Id, question, after, PageSize, cancel);
        return Results.Ok(new MovePage(
            [.. page.Select(row => Show(JsonSerializer.Deserialize(row.Data.Span, CalendarJson.Stored.MoveRow)!))], page.Count == PageSize ? page[^1].Key : null));
    }

    private static MoveShown Show(MoveRow row) => new(
        row.MovedOn, row.Obligation, row.Kind, row.OwedBy, row.About, row.From, row.To, row.Provisional, [.. row.Notices],
        new Bilingual(row.Zh, row.En).In(CultureInfo.CurrentUICulture));

    private List<NoticeShown> Show(History<NoticeEvent> history)
    {
        if (history.IsEmpty) return [.. own.Notices.Select(notice => Show(notice, null))];
        var entered = history.Events.Select(e => e.Happening).Where(h => h.Event is NoticeEvent.Entered).ToList();
        return [.. CalendarJson.Notices.StateOf(history).Notices.Select(notice => Show(notice, entered.Last(h => ((NoticeEvent.Entered)h.Event).Notice == notice)))];
    }

    private static NoticeShown Show(HolidayNotice n, Happening<NoticeEvent>? entered) => new(
        n.Id, n.Year, n.Amends, n.Area, n.Title, n.Number, n.IssuedOn, n.Status, entered?.RecordedAt, entered is { By.Office: not Office.System } ? entered.By.Person : null);
}
