using Qijiang.Core;

namespace Qijiang.Backend.Obligations;

/// <summary>What the reminder is about was settled or extended while it waited.</summary>
public sealed record ReminderSettled() : Refusal("reminder.settled");
