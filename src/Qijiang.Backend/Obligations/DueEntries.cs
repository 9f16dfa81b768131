using System.Text.Json;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Lists what is owed: for people by the last day, for the timer by the next day on which something has to be done.</summary>
public sealed class DueEntries(Ledger ledger, CalendarInForce calendar, CongressDirectory congresses, ReminderPolicy policy, IClock clock)
{
    /// <summary>What the timer has to look at, by day. One range of keys up to today, so that a tick costs what is due, not what is open.</summary>
    public const string ToDo = "due";

    /// <summary>Everything owed in suggestions, by its last day.</summary>
    public const string All = "obligations|all";

    /// <summary>What is owed to citizens for their opinions, by its last day; of reports of wrongdoing nothing.</summary>
    public const string Opinions = "obligations|opinions";

    /// <summary>What is owed for reports of wrongdoing: for those alone who may see them.</summary>
    public const string Sealed = "obligations|sealed";

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
        var today = ChinaDate.Of(clock.GetCurrentInstant());
        var entries = new List<ListEntry>();
        foreach (var obligation in obligations)
        {
            var due = obligation.Due.On(inForce);
            var data = JsonSerializer.SerializeToUtf8Bytes(new DueRow(stream.Partition, obligation, due), ObligationJson.Stored.DueRow);
            var key = $"{due:uuuuMMdd}|{obligation.Id}";
            if (!obligation.OnlyWhenOverdue || due < today)
            {
                entries.AddRange(Questions(obligation, isSealed).Select(question => new ListEntry(question, key, data)));
            }

            var plan = ReminderPlan.StepsDue(obligation, policy, inForce, today, await ledger.StepsOfAsync(congress.Id, obligation.Id, cancel));
            if (NextLook(obligation, plan, due, today) is { } look) entries.Add(new ListEntry(ToDo, $"{look:uuuuMMdd}|{obligation.Id}", data));
        }

        return entries;
    }

    private static string[] Questions(OpenObligation obligation, bool isSealed) =>
        obligation.About is Matter.OfOpinion ? [isSealed ? Sealed : Opinions] : [All, OwedBy(obligation.OwedBy)];

    // A promise that is not kept comes back to the desk by itself the day after; what is owed only when overdue shows then.
    private static LocalDate? NextLook(OpenObligation obligation, ReminderPlan plan, LocalDate due, LocalDate today)
    {
        var look = plan.Send is null ? plan.LookAgainOn : today;
        LocalDate? turns = obligation.Kind is ObligationKind.Commitment || (obligation.OnlyWhenOverdue && due >= today) ? due.PlusDays(1) : null;
        return (look, turns) switch
        {
            ({ } a, { } b) => LocalDate.Min(a, b),
            var (a, b) => a ?? b,
        };
    }
}
