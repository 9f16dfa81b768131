namespace Qijiang.Backend.Storage;

/// <summary>Which command an event came from, so that the same command asked again is recognised.</summary>
/// <param name="Id">The command's id: the idempotency key of the request, bound to its sender, or the id of the message that led to it.</param>
/// <param name="Digest">A keyed hash of what was asked; another digest under the same id is another command wrongly given a used key.</param>
public sealed record CommandStamp(string Id, string Digest);
