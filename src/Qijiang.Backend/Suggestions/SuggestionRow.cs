using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>A suggestion as lists show it. Its text is read from the suggestion itself.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">The number it is registered under; null before.</param>
/// <param name="Lead">The lead deputy.</param>
/// <param name="SubmittedOn">The day of submission.</param>
/// <param name="State">The name of its state.</param>
/// <param name="Agencies">The agencies that have a part in it.</param>
public sealed record SuggestionRow(SuggestionId Id, string? Number, PersonId Lead, LocalDate SubmittedOn, string State, IReadOnlyList<BodyId> Agencies);
