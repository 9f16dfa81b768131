using System.Text.Json;
using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>A reminder on its way out (催办). Carries no citizen's words.</summary>
/// <param name="Congress">The congress.</param>
/// <param name="Obligation">What is owed.</param>
/// <param name="Step">The step.</param>
/// <param name="To">Who is told.</param>
/// <param name="On">The last day.</param>
/// <param name="Today">The day of the reminder.</param>
/// <param name="Tier">The key of the tier of supervision that the matter has reached; null: none.</param>
/// <param name="MovedFrom">The last day before, where it tells of a move; null where it reminds.</param>
public sealed record ReminderNotice(
    CongressId Congress, OpenObligation Obligation, string Step, Audience To, LocalDate On, LocalDate Today, string? Tier = null, LocalDate? MovedFrom = null)
{
    /// <summary>The queue of notices.</summary>
    public const string Queue = "notices";

    /// <summary>The same for the same reminder of the same last day, however often it is delivered.</summary>
    public string Id => $"{Congress}|{Obligation.Id}|{Step}|{To}|{On:uuuuMMdd}";

    /// <summary>The notice of a reminder that was recorded.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="obligation">What is owed.</param>
    /// <param name="row">What the ledger holds; it says of which last day it tells.</param>
    /// <param name="today">The day of the reminder.</param>
    /// <param name="tier">The key of the tier; null: none.</param>
    internal static ReminderNotice Of(CongressId congress, OpenObligation obligation, LedgerRow row, LocalDate today, string? tier) =>
        new(congress, obligation, row.Step, row.To, row.Due ?? row.PlannedFor, today, tier, row.MovedFrom);

    /// <summary>The message that sends it on its way.</summary>
    internal Message ToMessage() => new(Queue, Id, JsonSerializer.SerializeToUtf8Bytes(this, ObligationJson.Stored.ReminderNotice));
}
