namespace Qijiang.Backend.Storage;

/// <summary>What became of the commit behind a message.</summary>
public enum CommitState
{
    /// <summary>It happened: deliver the message.</summary>
    Committed,

    /// <summary>Not there yet: look again later.</summary>
    NotYet,

    /// <summary>It lost its race, or was given up: drop the message.</summary>
    Never,
}
