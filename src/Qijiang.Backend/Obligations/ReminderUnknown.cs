using Qijiang.Core;

namespace Qijiang.Backend.Obligations;

/// <summary>No such reminder waits for approval.</summary>
public sealed record ReminderUnknown() : Refusal("reminder.unknown");
