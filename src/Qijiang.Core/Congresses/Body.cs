using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>A body, office or agency of a congress's area.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">Its kind; a handling agency's is <see cref="BodyKind.Agency"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">The area it belongs to, where that has no congress of its own; else null.</param>
/// <param name="ClosedOn">The day it was abolished; null while it is there.</param>
public sealed record Body(BodyId Id, BodyKind Kind, Bilingual Name, AreaId? Area = null, LocalDate? ClosedOn = null);
