using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Qijiang.Core;
using Qijiang.Core.Ballots;

namespace Qijiang.Backend.Ballots;

/// <summary>
/// The scheme <c>sealed-1</c>: the server checks a choice and seals it to the poll's key on arrival, before anything is
/// written or logged; after closing the key is the one contribution that opens the ballots, which are sorted by content and
/// counted. See README.md for what that protects and what not.
/// </summary>
public sealed class Sealed1Scheme : IBallotScheme
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "sealed-1";

    private const byte Format = 1;
    private const int RightLength = 2;

    /// <inheritdoc/>
    public string Id => Name;

    /// <summary>Seals a choice to the poll's key: of one length for every choice, bound to frame and right. Refused as <see cref="BallotPaper.Check"/> says.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="right">The right.</param>
    /// <param name="choice">The marks.</param>
    /// <param name="ballot">The ballot; null where it is refused.</param>
    public Refusal? Seal(PollFrame frame, VotingRight right, BallotChoice choice, out SealedBallot? ballot)
    {
        ballot = null;
        if (BallotPaper.Check(frame, choice) is { } refusal) return refusal;
        var paper = BallotPaper.Write(frame, choice);
        ballot = new(Id, Hpke.Seal(KeyOf(frame), Info(frame), Aad(right), paper));
        CryptographicOperations.ZeroMemory(paper);
        return null;
    }

    /// <inheritdoc/>
    public Refusal? CheckFrame(PollFrame frame)
    {
        var contests = frame.Contests.Select(contest => contest.Id).ToHashSet();
        var sound = frame.Scheme == Name
            && frame.IsIntact()
            && contests.Count == frame.Contests.Count && contests.Count > 0
            && frame.Contests.All(c => c.OptionIds.Count > 0 && c.OptionIds.Distinct().Count() == c.OptionIds.Count && c.Min >= 0 && c.Min <= c.Max && c.Max <= c.OptionIds.Count)
            && frame.Limits.All(limit => limit.Max >= 0 && limit.ContestIds.All(contests.Contains))
            && Hpke.IsPublicKey(KeyOf(frame));
        return sound ? null : new FrameUnusable();
    }

    /// <inheritdoc/>
    public Refusal? CheckBallot(PollFrame frame, VotingRight right, SealedBallot ballot) =>
        ballot.Scheme == Name && ballot.Payload.Length == LengthOf(frame) && Hpke.IsPublicKey(ballot.Payload.Span[..Hpke.PublicLength]) ? null : new BallotMalformed();

    /// <inheritdoc/>
    public TallyState BeginTally(PollFrame frame, BoxSeal seal, IEnumerable<CountedBallot> ballots)
    {
        using var material = new MemoryStream();
        material.WriteByte(Format);
        foreach (var ballot in ballots)
        {
            Append(material, Encoding.ASCII.GetBytes(ballot.Right?.Value ?? ""));
            Append(material, ballot.Ballot.Scheme == Name ? ballot.Ballot.Payload.Span : []);
        }
        return new TallyState.Waiting(Needed: 1, Have: 0, Refused: [], material.ToArray());
    }

    /// <inheritdoc/>
    public TallyState Contribute(PollFrame frame, TallyState state, TallyContribution contribution)
    {
        if (state is not TallyState.Waiting waiting) return state;
        if (!IsKeyOf(frame, contribution.Data.Span)) return waiting with { Refused = waiting.Refused.Add(contribution.From) };
        var (opened, unreadable) = (new List<byte[]>(), 0);
        foreach (var (right, payload) in Ballots(waiting.Material))
        {
            if (Hpke.Open(contribution.Data.Span, Info(frame), Aad(right), payload.Span) is { } paper && BallotPaper.Read(frame, paper) is not null) opened.Add(paper);
            else unreadable++;
        }
        // By content, which says nothing of who cast them or when.
        opened.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return new TallyState.Done(Count(frame, opened, unreadable), EvidenceOf(opened, unreadable));
    }

    /// <inheritdoc/>
    public TallyCounts? CountAgain(PollFrame frame, ReadOnlyMemory<byte> evidence)
    {
        var length = BallotPaper.LengthOf(frame);
        if (evidence.Length < 5 || evidence.Span[0] != Format || (evidence.Length - 5) % length != 0) return null;
        var papers = evidence[5..].ToArray().Chunk(length).ToList();
        return papers.TrueForAll(paper => BallotPaper.Read(frame, paper) is not null)
            ? Count(frame, papers, BinaryPrimitives.ReadInt32BigEndian(evidence.Span[1..]))
            : null;
    }

    private static int LengthOf(PollFrame frame) => BallotPaper.LengthOf(frame) + Hpke.Overhead;

    private static TallyCounts Count(PollFrame frame, IEnumerable<byte[]> papers, int unreadable) =>
        TallyCounts.Of(frame, papers.Select(paper => BallotPaper.Read(frame, paper)).Concat(Enumerable.Repeat<BallotChoice?>(null, unreadable)));

    private static byte[] EvidenceOf(List<byte[]> opened, int unreadable)
    {
        var head = new byte[5];
        head[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), unreadable);
        return [.. head, .. opened.SelectMany(paper => paper)];
    }

    private static void Append(MemoryStream material, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[RightLength];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)bytes.Length);
        material.Write(length);
        material.Write(bytes);
    }

    private static IEnumerable<(VotingRight Right, ReadOnlyMemory<byte> Payload)> Ballots(ReadOnlyMemory<byte> material)
    {
        for (var at = 1; at < material.Length;)
        {
            var right = Next(material, ref at);
            var payload = Next(material, ref at);
            yield return (new(Encoding.ASCII.GetString(right.Span)), payload);
        }
    }

    private static ReadOnlyMemory<byte> Next(ReadOnlyMemory<byte> material, ref int at)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(material.Span[at..]);
        var bytes = material.Slice(at + RightLength, length);
        at += RightLength + length;
        return bytes;
    }

    private static bool IsKeyOf(PollFrame frame, ReadOnlySpan<byte> privateKey)
    {
        try
        {
            return privateKey.Length == Hpke.PrivateLength && Hpke.PublicOf(privateKey).AsSpan().SequenceEqual(KeyOf(frame));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] KeyOf(PollFrame frame)
    {
        var key = new byte[Hpke.PublicLength];
        return Convert.TryFromBase64String(frame.SchemeData, key, out var length) && length == key.Length ? key : [];
    }

    private static byte[] Info(PollFrame frame) => Encoding.UTF8.GetBytes($"qijiang|{Name}|{frame.Hash}");

    private static byte[] Aad(VotingRight right) => Encoding.ASCII.GetBytes(right.Value);
}
