using System.Text.Json.Serialization;

namespace Qijiang.Backend.ReadModels;

/// <summary>Where a stream stands in the lists.</summary>
/// <param name="Version">The version of the stream that was shown last.</param>
/// <param name="Places">Every row that may be there for it.</param>
/// <param name="Vacated">Rows deleted a short time ago, which a projector that was overtaken may write once more before it dies.</param>
internal sealed record Summary(int Version, IReadOnlyList<Place> Places, IReadOnlyList<Vacated> Vacated);

/// <summary>One row of one list.</summary>
internal sealed record Place(string Question, string Key);

/// <summary>A row that was deleted.</summary>
internal sealed record Vacated(Place Place, DateTimeOffset At);

[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
