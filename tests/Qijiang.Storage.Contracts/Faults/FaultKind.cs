namespace Qijiang.Storage.Contracts.Faults;

/// <summary>How a storage call fails.</summary>
public enum FaultKind
{
    /// <summary>Before anything happened: the store is down, or refuses more calls for now.</summary>
    Before,

    /// <summary>After it has happened: the answer is lost.</summary>
    AnswerLost,

    /// <summary>It succeeds, after so long that every lease is over and every message without its commit is given up.</summary>
    Slow,

    /// <summary>A message-first commit dies after its messages are out and before its rows are; any other call fails before it happens.</summary>
    BetweenSendAndCommit,

    /// <summary>A message-first commit freezes in the same place until its messages have been given up, and then goes on; any other call is slow.</summary>
    FrozenWriter,
}
