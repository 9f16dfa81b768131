using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.CitizenInput;

/// <summary>Where a citizen's matter stands, in one sentence (办到哪一步): a code, and what its text speaks of. The text is <see cref="StandingTexts"/>'s.</summary>
/// <param name="Code">Which sentence: <c>standing.being-handled</c>.</param>
/// <param name="Title">What it is about, in the citizen's words; null where none was given, or where the sentence does not say.</param>
/// <param name="Agency">The agency the sentence speaks of.</param>
/// <param name="Owed">Within what the next step is due.</param>
/// <param name="On">The promised day.</param>
public sealed record Standing(string Code, PersonalText? Title = null, BodyId? Agency = null, StatutoryPeriod? Owed = null, LocalDate? On = null);
