using System.Text;
using Qijiang.Core.Ballots;

namespace Qijiang.Backend.Ballots;

// Stored for ever: the bytes below are the storage format.

/// <summary>What a row of the box says of its right. Written once, never changed.</summary>
internal abstract record BoxEntry
{
    private const byte CastMark = (byte)'C';
    private const byte WithdrawnMark = (byte)'W';
    private const byte UnusedMark = (byte)'U';
    private const int HashLength = 32;

    private BoxEntry() { }

    /// <summary>A ballot lies here: mark, hash of the idempotency key, length and name of the scheme, ballot.</summary>
    public sealed record Cast(ReadOnlyMemory<byte> KeyHash, SealedBallot Ballot) : BoxEntry;

    /// <summary>Withdrawn: mark, reason.</summary>
    public sealed record Withdrawn(Withdrawal Reason) : BoxEntry;

    /// <summary>Not used when the box was sealed.</summary>
    public sealed record Unused : BoxEntry;

    /// <summary>The first byte, which the seal covers.</summary>
    public char Mark => (char)Write()[0];

    public byte[] Write() => this switch
    {
        Cast c => [CastMark, .. c.KeyHash.Span, (byte)c.Ballot.Scheme.Length, .. Encoding.ASCII.GetBytes(c.Ballot.Scheme), .. c.Ballot.Payload.Span],
        Withdrawn w => [WithdrawnMark, (byte)w.Reason],
        _ => [UnusedMark],
    };

    public static BoxEntry Read(ReadOnlyMemory<byte> row)
    {
        var bytes = row.Span;
        switch (bytes)
        {
            case [CastMark, ..] when bytes.Length > 1 + HashLength:
                var scheme = bytes[1 + HashLength];
                var ballot = 2 + HashLength + scheme;
                if (ballot > bytes.Length) break;
                return new Cast(row.Slice(1, HashLength), new(Encoding.ASCII.GetString(bytes.Slice(2 + HashLength, scheme)), row[ballot..]));
            case [WithdrawnMark, var reason]:
                return new Withdrawn((Withdrawal)reason);
            case [UnusedMark]:
                return new Unused();
        }
        throw new InvalidDataException("a row of the ballot box is not one that Qijiang wrote");
    }
}
