namespace Qijiang.Backend.Audit;

/// <summary>What a verification looked at, and what it found.</summary>
/// <param name="Streams">How many streams there are.</param>
/// <param name="Rows">How many rows they have.</param>
/// <param name="Uncovered">How many of these rows no checkpoint covers yet.</param>
/// <param name="Checkpoints">How many checkpoints there are.</param>
/// <param name="Newest">The newest that could be read; null where there is none.</param>
/// <param name="Findings">What is not as it was recorded: checkpoints first, then stream by stream.</param>
public sealed record Verified(int Streams, int Rows, int Uncovered, int Checkpoints, Checkpoint? Newest, IReadOnlyList<Finding> Findings);
