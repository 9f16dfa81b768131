using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>What a channel sends: one reminder, or a recipient's reminders of a day. No citizen's words.</summary>
/// <param name="Id">The same however often it is sent.</param>
/// <param name="Congress">The congress.</param>
/// <param name="To">To whom.</param>
/// <param name="Day">The day it goes out.</param>
/// <param name="Zh">The text in Chinese.</param>
/// <param name="En">The text in English.</param>
/// <param name="Items">What it reminds of; at least one.</param>
public sealed record OutgoingNotice(string Id, CongressId Congress, Recipient To, LocalDate Day, string Zh, string En, IReadOnlyList<ReminderNotice> Items);
