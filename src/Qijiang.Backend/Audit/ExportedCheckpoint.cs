using System.Text;
using System.Text.Json;

namespace Qijiang.Backend.Audit;

/// <summary>A checkpoint to keep elsewhere, with all that it takes to check it and to say which stream is wrong.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Text">What was signed, for whoever checks it without this software.</param>
/// <param name="Heads">The heads of all streams, a line each, in the order in which they are hashed.</param>
public sealed record ExportedCheckpoint(SignedCheckpoint Checkpoint, string Text, IReadOnlyList<string> Heads)
{
    /// <summary>The file.</summary>
    public byte[] ToFile() => JsonSerializer.SerializeToUtf8Bytes(this, AuditJson.Stored.ExportedCheckpoint);

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <exception cref="FormatException">It is no exported checkpoint.</exception>
    public static ExportedCheckpoint OfFile(ReadOnlySpan<byte> file)
    {
        try
        {
            return JsonSerializer.Deserialize(file, AuditJson.Stored.ExportedCheckpoint) is { Checkpoint.Statement: not null, Heads: not null } read ? read : throw new FormatException("not an exported checkpoint");
        }
        catch (JsonException e)
        {
            throw new FormatException("not an exported checkpoint", e);
        }
    }

    /// <summary>Whether text, signature and heads belong together.</summary>
    internal bool IsWhole =>
        Text == Checkpoint.Statement.Text && Checkpoint.IsWhole && Heads.Count == Checkpoint.Statement.Streams && NamedHash.Fits(Checkpoint.Statement.Heads, Heads.Select(line => Encoding.UTF8.GetBytes(line + "\n")));
}
