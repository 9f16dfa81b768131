using NodaTime;

namespace Qijiang.Core.Suggestions;

/// <summary>That an agency met the deputy (面商).</summary>
/// <param name="Phase">Before, during or after handling.</param>
/// <param name="On">On which day.</param>
/// <param name="Manner">How.</param>
/// <param name="Note">What was said.</param>
public sealed record Contact(ContactPhase Phase, LocalDate On, ContactManner Manner, OfficialText Note);
