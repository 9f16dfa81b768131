using NodaTime;

namespace Qijiang.Core.Obligations;

/// <summary>A reminder on a day.</summary>
/// <param name="Key">The step's key, with the number of its repetition from the second on: <c>overdue:2</c>. This is what is recorded when it was sent.</param>
/// <param name="On">The day.</param>
/// <param name="Step">The step.</param>
public sealed record PlannedReminder(string Key, LocalDate On, ReminderStep Step);
