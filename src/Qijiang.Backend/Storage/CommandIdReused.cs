using Qijiang.Core;

namespace Qijiang.Backend.Storage;

/// <summary>The idempotency key was used before, for something else.</summary>
public sealed record CommandIdReused() : Refusal("command.id-reused");
