using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>A person with offices in a congress, as lists show it.</summary>
/// <param name="Person">Who.</param>
public sealed record MandateRow(PersonId Person);

[JsonSerializable(typeof(MandateRow))]
internal sealed partial class MandateRowJson : JsonSerializerContext
{
    public static MandateRowJson Stored { get; } = new(StoredJson.Options());
}
