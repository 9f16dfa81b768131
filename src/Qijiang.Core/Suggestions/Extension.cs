using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>An agency's request for the longer limit of broad or difficult suggestions (SUG-20a).</summary>
/// <param name="AskedOn">The day it was asked for.</param>
/// <param name="Reasons">Why the matter is broad or difficult; the deputy is told.</param>
/// <param name="Granted">Whether it was granted; null while nobody has decided.</param>
/// <param name="Decision">By which decision; null where none is needed or none has been taken.</param>
public sealed record Extension(LocalDate AskedOn, OfficialText Reasons, bool? Granted = null, Decision? Decision = null);
