using Qijiang.Core;

namespace Qijiang.Backend.Obligations;

/// <summary>The reminder was approved or dropped before; the first decision holds.</summary>
public sealed record ReminderAlreadyDecided() : Refusal("reminder.already-decided");
