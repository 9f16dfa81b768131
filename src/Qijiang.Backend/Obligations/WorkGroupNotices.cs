using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using Qijiang.Backend.ReadModels;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>
/// Keeps reminders for somebody at the desk to paste into the work group (工作群) of a body, by body and day. One obligation's
/// step stands there once, whoever of the body is told; whether it is pasted is not known, so it may miss.
/// </summary>
public sealed class WorkGroupNotices(Lists lists, FirstDays firstDays) : INoticeChannel
{
    /// <inheritdoc/>
    public string Name => "work-group";

    /// <inheritdoc/>
    public bool IsOn => true;

    /// <inheritdoc/>
    public bool MayRepeat => false;

    /// <inheritdoc/>
    public bool MayMiss => true;

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingNotice notice, CancellationToken cancel)
    {
        if (notice.To.Body is not { } body) return;
        foreach (var item in notice.Items)
        {
            var what = $"{item.Obligation.Id}|{item.Step}";
            var day = await firstDays.OfAsync(notice.Congress, $"work-group|{body}", $"{what}|{item.On:uuuuMMdd}", notice.Day, cancel);
            await lists.PutAsync(notice.Congress, QuestionOf(body, day), what, JsonSerializer.SerializeToUtf8Bytes(item, ObligationJson.Stored.ReminderNotice), cancel);
        }
    }

    /// <summary>What there is for a body on a day.</summary>
    public async IAsyncEnumerable<ReminderNotice> OfAsync(CongressId congress, BodyId body, LocalDate day, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in lists.ReadAsync(congress, QuestionOf(body, day), "", cancel))
            yield return JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.ReminderNotice)!;
    }

    private static string QuestionOf(BodyId body, LocalDate day) => $"reminders|work-group|{body}|{day:uuuuMMdd}";
}
