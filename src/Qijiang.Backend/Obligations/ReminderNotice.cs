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
public sealed record ReminderNotice(CongressId Congress, OpenObligation Obligation, string Step, Audience To, LocalDate On, LocalDate Today, string? Tier = null)
{
    /// <summary>The queue of notices.</summary>
    public const string Queue = "notices";

    /// <summary>The same for the same reminder, however often it is delivered.</summary>
    public string Id => $"{Congress}|{Obligation.Id}|{Step}|{To}";

    /// <summary>The message that sends it on its way.</summary>
    internal Message ToMessage() => new(Queue, Id, JsonSerializer.SerializeToUtf8Bytes(this, ObligationJson.Stored.ReminderNotice));
}
