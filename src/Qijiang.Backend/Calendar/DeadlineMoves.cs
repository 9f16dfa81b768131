using System.Collections.Immutable;
using System.Text.Json;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Calendar;

/// <summary>
/// Moves what is due when the holiday notices change: reports each last day that has moved or become firm, tells of a move whoever
/// had been reminded of the old day, then has the lists and the timer's next looks written anew. One page a message, so that none takes long. There is a second round, for what an instance wrote
/// that had not heard of the change yet. Safe to run again: the report follows from the notices alone.
/// </summary>
public sealed class DeadlineMoves(
    NoticeUseCases notices, CalendarInForce calendar, RuleSets rules, CongressDirectory congresses, Lists lists, MovedDays movedDays, Projector projector, IMessageQueue queues) : IConsumer
{
    private const int PageSize = 100;

    // Each list of what is owed with its report; the timer's own list last, for what is owed only when overdue stands in no other.
    private static readonly ImmutableArray<(string List, string? Report)> _lists =
        [(DueEntries.All, Suggestions), (DueEntries.Opinions, Opinions), (DueEntries.Sealed, Sealed), (DueEntries.ToDo, null)];

    /// <summary>Moves of what is owed in suggestions, by day.</summary>
    public const string Suggestions = "moves|suggestions";

    /// <summary>Moves of what is owed to citizens for their opinions; of reports of wrongdoing none.</summary>
    public const string Opinions = "moves|opinions";

    /// <summary>Moves of what is owed for reports of wrongdoing: for those alone who may see them.</summary>
    public const string Sealed = "moves|sealed";

    // The change that was gone through last. Read from the stream it stays as it is, so that every page but the first finds it here.
    private CalendarChange? _last;

    /// <inheritdoc/>
    public string Queue => CalendarChanged.Queue;

    /// <inheritdoc/>
    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        var changed = CalendarChanged.Read(message.Body);
        if (await ChangeAsync(changed.Command, cancel) is not { } change) return;
        if (changed.Congress is not { } id)
        {
            await foreach (var concerned in congresses.AllAsync(cancel))
            {
                if (change.For(rules.Of(concerned), concerned.Level) is null) continue;
                await queues.SendAsync((changed with { Congress = concerned.Id }).ToMessage(), cancel);
                await queues.SendAsync((changed with { Congress = concerned.Id, Again = true }).ToMessage(2 * CalendarInForce.RememberedFor), cancel);
            }
        }
        else if (await congresses.FindAsync(id, cancel) is { } congress && change.For(rules.Of(congress), congress.Level) is { } calendars)
        {
            if (await MovePageAsync(congress, change, calendars, changed, cancel) is { } next) await queues.SendAsync(next.ToMessage(), cancel);
        }
    }

    private async ValueTask<CalendarChange?> ChangeAsync(string command, CancellationToken cancel)
    {
        if (_last is { } last && last.Command == command) return last;
        // Now at the latest this instance counts by it, too.
        calendar.Forget();
        if (CalendarChange.Of(await notices.LoadAsync(cancel), command) is { } change) return _last = change;
        return null;
    }

    private async Task<CalendarChanged?> MovePageAsync(
        Congress.Established congress, CalendarChange change, (WorkingCalendar Before, WorkingCalendar After) calendars, CalendarChanged at, CancellationToken cancel)
    {
        var place = at.List is null ? 0 : _lists.Select(l => l.List).ToList().IndexOf(at.List);
        var (list, report) = _lists[place];
        var page = await lists.PageAsync(congress.Id, list, at.After, PageSize, cancel);
        var streams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in page.Select(row => JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DueRow)!))
        {
            if (report is not null) await ReportAsync(congress, report, change, calendars, at.Command.Replace('|', '-'), row, cancel);
            if (report is not null || row.Obligation.OnlyWhenOverdue) streams.Add(row.Stream);
        }

        foreach (var stream in streams) await projector.StreamChangedAsync(StreamId.OfPartition(stream), cancel);
        return page.Count == PageSize ? at with { List = list, After = page[^1].Key }
            : place + 1 < _lists.Length ? at with { List = _lists[place + 1].List, After = null }
            : null;
    }

    private async Task ReportAsync(
        Congress.Established congress, string report, CalendarChange change, (WorkingCalendar Before, WorkingCalendar After) calendars, string command, DueRow listed, CancellationToken cancel)
    {
        var obligation = listed.Obligation;
        if (obligation.Due is not Due.Within { Period: var period }) return;
        var (before, after) = (calendars.Before.DueOf(period), calendars.After.DueOf(period));
        if ((before.On, before.Provisional) == (after.On, after.Provisional)) return;
        var row = MoveTexts.Row(change, obligation, before, after);
        var key = $"{row.MovedOn:uuuuMMdd}|{command}|{obligation.Id}";
        await lists.PutAsync(congress.Id, report, key, JsonSerializer.SerializeToUtf8Bytes(row, CalendarJson.Stored.MoveRow), cancel);
        if (before.On != after.On) await movedDays.TellAsync(congress.Id, StreamId.OfPartition(listed.Stream), obligation, before.On, after.On, command, cancel);
    }
}
