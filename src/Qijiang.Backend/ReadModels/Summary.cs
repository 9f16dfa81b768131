using System.Text.Json.Serialization;

namespace Qijiang.Backend.ReadModels;

/// <summary>Where a stream stands in the lists: every row that may be there for it.</summary>
/// <param name="Version">The version of the stream that was shown last.</param>
/// <param name="Places">The rows, by list and key.</param>
internal sealed record Summary(int Version, IReadOnlyList<Place> Places);

/// <summary>One row of one list.</summary>
internal sealed record Place(string Question, string Key);

[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
