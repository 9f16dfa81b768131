using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>The data of an event that the webhook posts. Others read it: add members, never rename or remove.</summary>
/// <param name="To">As what the recipient is told.</param>
/// <param name="Body">The recipient's body or agency; left out where it is none.</param>
/// <param name="Person">The recipient, where it is a deputy.</param>
/// <param name="Day">The day of the reminder.</param>
/// <param name="Zh">The text in Chinese.</param>
/// <param name="En">The text in English.</param>
/// <param name="Items">What it reminds of.</param>
public sealed record ReminderPosted(Audience To, BodyId? Body, PersonId? Person, LocalDate Day, string Zh, string En, IReadOnlyList<ReminderPosted.Item> Items)
{
    /// <summary>The type of the event.</summary>
    public const string Type = "qijiang.reminder.v1";

    /// <summary>One thing owed.</summary>
    /// <param name="Obligation">Its id.</param>
    /// <param name="Kind">What is owed.</param>
    /// <param name="About">About what.</param>
    /// <param name="Step">The step of the policy.</param>
    /// <param name="On">The last day.</param>
    /// <param name="Overdue">Whether that has passed.</param>
    /// <param name="MovedFrom">The last day before, where it tells of a move; left out where it reminds.</param>
    public sealed record Item(ObligationId Obligation, ObligationKind Kind, Matter About, string Step, LocalDate On, bool Overdue, LocalDate? MovedFrom = null);

    internal static ReminderPosted Of(OutgoingNotice notice) => new(
        notice.To.To, notice.To.Body, notice.To.Person, notice.Day, notice.Zh, notice.En,
        [.. notice.Items.Select(n => new Item(n.Obligation.Id, n.Obligation.Kind, n.Obligation.About, n.Step, n.On, n.On < n.Today, n.MovedFrom))]);
}
