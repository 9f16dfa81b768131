using System.Text;
using System.Text.Json.Serialization;

namespace Qijiang.Backend.Audit;

/// <summary>A checkpoint with its signature.</summary>
/// <param name="Statement">What is signed.</param>
/// <param name="Signature">The signature over its text, in the suite that it names.</param>
/// <param name="PublicKey">The public key as SubjectPublicKeyInfo; whether it is the installation's own, somebody else has to know.</param>
public sealed record SignedCheckpoint(Checkpoint Statement, ReadOnlyMemory<byte> Signature, ReadOnlyMemory<byte> PublicKey)
{
    /// <summary>Whether the key is the one that the checkpoint names, and the signature fits.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        NamedHash.Fits(Statement.Key, PublicKey.Span) && SignSuite.Fits(Statement.Suite, PublicKey.Span, Encoding.UTF8.GetBytes(Statement.Text), Signature.Span);
}
