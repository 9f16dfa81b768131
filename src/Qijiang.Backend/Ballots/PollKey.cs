namespace Qijiang.Backend.Ballots;

/// <summary>The keys of one poll, each destroyable by itself. The names are those of their rows, for ever.</summary>
public enum PollKey
{
    /// <summary>The private key that opens the ballots; destroyed after the tally.</summary>
    Box,

    /// <summary>What seals the links from deputies to rights; destroyed after the tally (ARC-07).</summary>
    Links,

    /// <summary>What seals the opened ballots kept for a recount; destroyed when their retention ends (ARC-06).</summary>
    Recount,
}
