namespace Qijiang.Backend.Audit;

/// <summary>The row of a checkpoint.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Added">The partition with the heads that are others than in the checkpoint before.</param>
internal sealed record CheckpointRow(SignedCheckpoint Checkpoint, string Added);

/// <summary>A checkpoint as it was found in the store, whole or not.</summary>
/// <param name="Number">The number under which it lies.</param>
/// <param name="Checkpoint">The checkpoint; null where the row can't be read.</param>
/// <param name="Added">The heads that are others than in the checkpoint before.</param>
internal sealed record StoredCheckpoint(int Number, SignedCheckpoint? Checkpoint, IReadOnlyList<StreamHead> Added);
