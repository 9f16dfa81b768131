using System.Globalization;
using System.Text.Json;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Lists what is owed: for people by the last day, for the timer by the next day on which something has to be done.</summary>
public sealed class DueEntries(Ledger ledger, CalendarInForce calendar, CongressDirectory congresses, ReminderPolicies policies, IClock clock)
{
    /// <summary>What the timer has to look at, by the minute. One range of keys up to now, so that a tick costs what is due, not what is open.</summary>
    public const string ToDo = "due";

    /// <summary>Everything owed in suggestions, by its last day.</summary>
    public const string All = "obligations|all";

    /// <summary>What is owed to citizens for their opinions, by its last day; of reports of wrongdoing nothing.</summary>
    public const string Opinions = "obligations|opinions";

    /// <summary>What is owed for reports of wrongdoing: for those alone who may see them.</summary>
    public const string Sealed = "obligations|sealed";

    /// <summary>Reminders that wait for approval, by the day they were recorded; of a report of wrongdoing for those alone who may see it.</summary>
    public static string Waiting(bool isSealed) => isSealed ? "reminders|waiting|sealed" : "reminders|waiting";

    /// <summary>How a time is written in the keys of <see cref="ToDo"/>.</summary>
    internal static string KeyOf(LocalDateTime time) => time.ToString("uuuuMMdd'T'HHmm", CultureInfo.InvariantCulture);

    /// <summary>What a party owes, by its last day.</summary>
    public static string OwedBy(Party party) => party switch
    {
        Party.OfBody b => $"obligations|body|{b.Body}",
        Party.OfPerson p => $"obligations|person|{p.Person}",
        Party.OfKind k => $"obligations|kind|{k.Kind}",
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    };

    /// <summary>The entries of a stream's open obligations.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="obligations">What is open in it.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <param name="isSealed">Whether it is a report of wrongdoing.</param>
    public async Task<IReadOnlyList<ListEntry>> OfAsync(StreamId stream, ValueList<OpenObligation> obligations, CancellationToken cancel, bool isSealed = false)
    {
        if (obligations.Count == 0 || await congresses.FindAsync(stream.Congress, cancel) is not { } congress) return [];
        var inForce = await calendar.OfAsync(congress, cancel);
        var policy = policies.Of(congress);
        var now = ChinaDate.TimeOf(clock.GetCurrentInstant());
        var entries = new List<ListEntry>();
        foreach (var obligation in obligations)
        {
            var due = obligation.Due.On(inForce);
            if (obligation.EndsWithItsDay && due < now.Date) continue;
            var data = JsonSerializer.SerializeToUtf8Bytes(new DueRow(stream.Partition, obligation, due), ObligationJson.Stored.DueRow);
            var key = $"{due:uuuuMMdd}|{obligation.Id}";
            if (!obligation.OnlyWhenOverdue || due < now.Date)
            {
                entries.AddRange(Questions(obligation, isSealed).Select(question => new ListEntry(question, key, data)));
            }

            var recorded = await ledger.OfAsync(congress.Id, obligation.Id, cancel);
            var plan = ReminderPlan.StepsDue(obligation, policy, inForce, now.Date, recorded.StepsDone(obligation, policy, inForce));
            if (NextLook(obligation, plan, due, now, policy.Hours, inForce) is { } look) entries.Add(new ListEntry(ToDo, $"{KeyOf(look)}|{obligation.Id}", data));
            entries.AddRange(recorded.For(due).Waiting.Select(row => Entry(row, obligation, due, isSealed)));
        }

        return entries;
    }

    private static string[] Questions(OpenObligation obligation, bool isSealed) =>
        obligation.About is Matter.OfOpinion ? [isSealed ? Sealed : Opinions] : [All, OwedBy(obligation.OwedBy)];

    private static ListEntry Entry(LedgerRow row, OpenObligation obligation, LocalDate due, bool isSealed) => new(
        Waiting(isSealed), $"{row.RecordedOn:uuuuMMdd}|{obligation.Id}|{row.Step}|{row.To}",
        JsonSerializer.SerializeToUtf8Bytes(new WaitingRow(obligation, due, row.Step, row.To, row.RecordedOn), ObligationJson.Stored.WaitingRow));

    // A promise that is not kept comes back to the desk by itself the day after, whatever the hour; what is owed only when overdue shows then,
    // what ends with its day is gone.
    private static LocalDateTime? NextLook(OpenObligation obligation, ReminderPlan plan, LocalDate due, LocalDateTime now, OfficeHours? hours, WorkingCalendar inForce)
    {
        var look = plan.Send is null ? plan.LookAgainOn?.AtMidnight() : now;
        if (look is { } reminder && hours is not null) look = hours.OnOrAfter(reminder, inForce);
        LocalDateTime? turns = obligation.Kind is ObligationKind.Commitment || obligation.EndsWithItsDay || (obligation.OnlyWhenOverdue && due >= now.Date) ? due.PlusDays(1).AtMidnight() : null;
        return (look, turns) switch
        {
            ({ } a, { } b) => LocalDateTime.Min(a, b),
            var (a, b) => a ?? b,
        };
    }
}
