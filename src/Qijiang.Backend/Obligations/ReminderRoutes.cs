using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Qijiang.Backend.Http;
using Qijiang.Backend.ReadModels;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Reminders over HTTP: those that went out, those that wait for approval, the text for a work group, the channels.</summary>
public sealed class ReminderRoutes(Lists lists, Approvals approvals, WorkGroupNotices workGroups, StillOwed stillOwed, ReminderPolicies policies, IEnumerable<INoticeChannel> channels) : ISurfacePart
{
    private const int PageSize = 100;
    private static readonly Office[] _desk = [Office.DeskClerk, Office.DeskHead];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/obligations/reminders").WithTags("Reminders");
        group.MapGet("", ListAsync).WithName("ListReminders").ForOffices([.. _desk, Office.CoordinatingClerk, Office.IntakeClerk]);
        group.MapGet("waiting", ListWaitingAsync).WithName("ListWaitingReminders").ForOffices([.. _desk, Office.IntakeClerk]);
        group.MapPost("decisions", DecideAsync).WithName("DecideReminder").ForOffices([.. _desk, Office.IntakeClerk]);
        group.MapGet("work-group", WorkGroupAsync).WithName("GetWorkGroupText").ForOffices([.. _desk, Office.CoordinatingClerk]);
        group.MapGet("channels", () => Results.Ok(channels.Select(c => new ChannelShown(c.Name, c.IsOn, c.MayRepeat, c.MayMiss)))).WithName("ListNoticeChannels").ForOffices([.. _desk, Office.SystemAdministrator]);
    }

    private async Task<IResult> ListAsync(Acting acting, CancellationToken cancel, string? list = null, string? after = null)
    {
        var question = (acting.Office, list) switch
        {
            (Office.DeskClerk or Office.DeskHead, null) => SentReminders.Suggestions,
            (Office.DeskClerk or Office.DeskHead, "opinions") or (Office.IntakeClerk, null or "opinions") => SentReminders.Opinions,
            (Office.IntakeClerk, "sealed") => SentReminders.Sealed,
            (Office.CoordinatingClerk, null) => SentReminders.Coordinating,
            _ => null,
        };
        if (question is null) return Problems.Of(new FieldMalformed("list"));
        var page = await lists.PageAsync(acting.Congress.Id, question, after, PageSize, cancel);
        return Results.Ok(new ReminderPage(
            [.. page.Select(row => JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.ReminderRow)!).Select(r => new ReminderShown(r.On, r.Obligation, r.Kind, r.Step, r.To, new Bilingual(r.Zh, r.En).In(CultureInfo.CurrentUICulture)))],
            page.Count == PageSize ? page[^1].Key : null));
    }

    private async Task<IResult> ListWaitingAsync(Acting acting, CancellationToken cancel, string? after = null)
    {
        var page = await lists.PageAsync(acting.Congress.Id, DueEntries.Waiting(acting.Office is Office.IntakeClerk), after, PageSize, cancel);
        return Results.Ok(new WaitingPage(
            [.. page.Select(row => JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.WaitingRow)!)
                .Select(w => new WaitingShown(w.Obligation.Id, w.Obligation.Kind, w.Obligation.OwedBy, w.Obligation.About, w.Due, w.Step, w.To, w.RecordedOn))],
            page.Count == PageSize ? page[^1].Key : null));
    }

    private async Task<IResult> DecideAsync(ReminderDecided request, Acting acting, CancellationToken cancel) =>
        await approvals.DecideAsync(acting, request, cancel) is { } refusal ? Problems.Of(refusal) : Results.Ok(request);

    private async Task<IResult> WorkGroupAsync(BodyId body, Acting acting, CancellationToken cancel, string? day = null)
    {
        if (acting.Congress.Find(body) is null) return Problems.Of(new FieldMalformed("body"));
        if (!LocalDatePattern.Iso.Parse(day ?? LocalDatePattern.Iso.Format(acting.Today)).TryGetValue(default, out var of)) return Problems.Of(new FieldMalformed("day"));
        var owed = new List<ReminderNotice>();
        await foreach (var notice in workGroups.OfAsync(acting.Congress.Id, body, of, cancel))
            if (await stillOwed.CheckAsync(acting.Congress, notice, cancel) is (var now, false)) owed.Add(now);
        var text = owed is [] ? "" : NoticeTexts.OfSeveral(owed, new Recipient(Audience.Owing, body), of, acting.Congress, policies.Of(acting.Congress), CultureInfo.CurrentUICulture);
        return Results.Ok(new WorkGroupText(body, of, owed.Count, text));
    }

    /// <summary>A reminder that went out.</summary>
    public sealed record ReminderShown(LocalDate On, ObligationId Obligation, ObligationKind Kind, string Step, Audience To, string Text);

    /// <summary>A page of reminders, by day.</summary>
    public sealed record ReminderPage(IReadOnlyList<ReminderShown> Reminders, string? Next);

    /// <summary>A reminder that waits for approval.</summary>
    /// <param name="Obligation">What is owed.</param>
    /// <param name="Kind">What kind of duty.</param>
    /// <param name="OwedBy">By whom.</param>
    /// <param name="About">About what.</param>
    /// <param name="On">The last day.</param>
    /// <param name="Step">The step of the policy, with its repetition.</param>
    /// <param name="To">Who would be told.</param>
    /// <param name="Since">Since when it waits.</param>
    public sealed record WaitingShown(ObligationId Obligation, ObligationKind Kind, Party OwedBy, Matter About, LocalDate On, string Step, Audience To, LocalDate Since);

    /// <summary>A page of those that wait, by the day they were recorded.</summary>
    public sealed record WaitingPage(IReadOnlyList<WaitingShown> Reminders, string? Next);

    /// <summary>A text to paste into the work group (工作群) of a body; empty where there is nothing to say.</summary>
    /// <param name="Body">Whose group.</param>
    /// <param name="Day">The day of the reminders.</param>
    /// <param name="Count">How many are in it: those that are still owed.</param>
    /// <param name="Text">The text, in the reader's language.</param>
    public sealed record WorkGroupText(BodyId Body, LocalDate Day, int Count, string Text);

    /// <summary>A way out to people.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsOn">Whether this installation has it.</param>
    /// <param name="MayRepeat">Whether somebody may be told the same thing twice.</param>
    /// <param name="MayMiss">Whether somebody may not be told although the reminder was recorded.</param>
    public sealed record ChannelShown(string Name, bool IsOn, bool MayRepeat, bool MayMiss);
}
