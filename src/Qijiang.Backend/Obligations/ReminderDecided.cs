using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Whether a reminder that waits goes out.</summary>
/// <param name="Obligation">What is owed.</param>
/// <param name="Step">The step of the policy, with its repetition.</param>
/// <param name="To">Who would be told.</param>
/// <param name="Approved">Whether it goes out.</param>
/// <param name="Reason">Why, in one line; nobody's personal data.</param>
public sealed record ReminderDecided(ObligationId Obligation, string Step, Audience To, bool Approved, string Reason);
