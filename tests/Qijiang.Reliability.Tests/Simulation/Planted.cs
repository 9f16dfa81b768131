namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>A defect that is planted to see that the simulation finds it.</summary>
internal enum Planted
{
    /// <summary>A commit's messages are not sent, now and then.</summary>
    LostMessages,

    /// <summary>A message is gone from its queue before it was handled.</summary>
    DeletedBeforeHandling,

    /// <summary>A consumer does again what it has done for the same message.</summary>
    RepeatingConsumer,

    /// <summary>An insert whose answer was lost is made once more, under another key.</summary>
    InsertedTwice,

    /// <summary>The ledger of reminders has no key that keeps a step from being recorded twice.</summary>
    LedgerWithoutKey,

    /// <summary>Who asks again after a lost answer is taken for somebody new.</summary>
    UnknownRepeat,

    /// <summary>A commit is acknowledged, now and then, that was not made.</summary>
    ForgottenCommit,

    /// <summary>A row of a list is not written, now and then.</summary>
    StaleList,
}
