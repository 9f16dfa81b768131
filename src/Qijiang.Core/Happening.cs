using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core;

/// <summary>An event with its two dates: when it happened in law, and when we heard of it.</summary>
/// <typeparam name="TEvent">The capability's events.</typeparam>
/// <param name="Event">What happened.</param>
/// <param name="OccurredOn">When it happened in law: the date of the document, the day of the sitting. Statutory clocks run from here.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="By">Who acted, in which office, on whose behalf.</param>
/// <param name="Channel">How it reached us.</param>
public sealed record Happening<TEvent>(TEvent Event, LocalDate OccurredOn, Instant RecordedAt, Actor By, Channel Channel);
