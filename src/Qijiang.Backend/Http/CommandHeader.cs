using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Http;

/// <summary>The idempotency key of a request and a keyed hash of what it asks; set for every request that changes something.</summary>
/// <param name="Key">The key as the sender gave it.</param>
/// <param name="Stamp">The command's id, bound to sender and key, with the digest of method, address and body.</param>
public sealed record CommandHeader(string Key, CommandStamp Stamp)
{
    /// <summary>The header's name.</summary>
    public const string Name = "Idempotency-Key";
}
