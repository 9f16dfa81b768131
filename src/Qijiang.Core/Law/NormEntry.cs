using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>A rule without a value to ask for: what has to be so, or must not be.</summary>
/// <inheritdoc cref="CatalogueEntry"/>
public sealed record NormEntry(
    RuleRef Ref, CongressLevel? Level, LocalDate? Until, Bilingual Title, Citation Source, Confidence Confidence, Capability? PlannedFor, string? Note, string? Open)
    : CatalogueEntry(Ref, Level, Until, Title, Source, Confidence, PlannedFor, Note, Open);
