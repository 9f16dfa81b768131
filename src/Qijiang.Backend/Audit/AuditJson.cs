using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>The stored form of checkpoints, and the form in which they are kept elsewhere.</summary>
[JsonSerializable(typeof(CheckpointRow))]
[JsonSerializable(typeof(ExportedCheckpoint))]
internal sealed partial class AuditJson : JsonSerializerContext
{
    public static AuditJson Stored { get; } = new(StoredJson.Options());
}
