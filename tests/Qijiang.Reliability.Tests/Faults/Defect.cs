namespace Qijiang.Reliability.Tests.Faults;

/// <summary>A defect that is planted to see that the rig finds it.</summary>
internal enum Defect
{
    /// <summary>The store says of a commit of events that it is done, and has not done it.</summary>
    ForgottenCommit,

    /// <summary>A message is gone before it was delivered.</summary>
    LostMessage,

    /// <summary>Who asks again after a lost answer is taken for somebody new.</summary>
    UnknownRepeat,
}
