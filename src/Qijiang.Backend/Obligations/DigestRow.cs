using Qijiang.Core;

namespace Qijiang.Backend.Obligations;

/// <summary>The reminders that a recipient got in one message on a day.</summary>
/// <param name="Items">The reminders.</param>
public sealed record DigestRow(ValueList<ReminderNotice> Items);
