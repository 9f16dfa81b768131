using System.Security.Cryptography;
using System.Text;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Ballots;

/// <summary>Where the rows of a poll lie.</summary>
internal static class BoxPlaces
{
    /// <summary>The rights of a poll, by right.</summary>
    public const string Rolls = "rolls";

    /// <summary>The box, by right, sharded.</summary>
    public const string Ballots = "ballots";

    /// <summary>Whose right is whose, by person, sealed.</summary>
    public const string Links = "rightlinks";

    /// <summary>The opened ballots kept for a recount, sealed.</summary>
    public const string Recounts = "recounts";

    /// <summary>The wrapped keys of polls, in the store of keys.</summary>
    public const string Keys = "pollkeys";

    /// <summary>Into how many partitions a box is divided, so that a whole congress can vote in the same second. Stored for ever: another number would look in other places.</summary>
    public const int Shards = 16;

    public static string Of(CongressId congress, PollId poll) => $"{congress.Value}|{poll.Value}";

    public static string Of(PollFrame frame) => Of(frame.Congress, frame.Poll);

    public static string Shard(PollFrame frame, int shard) => $"{Of(frame)}|{shard:x}";

    public static string Shard(PollFrame frame, VotingRight right) =>
        Shard(frame, SHA256.HashData(Encoding.ASCII.GetBytes(right.Value))[0] % Shards);
}
