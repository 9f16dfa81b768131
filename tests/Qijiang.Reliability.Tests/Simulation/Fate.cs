namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>What becomes of one call.</summary>
internal enum Fate
{
    /// <summary>It is made and answered.</summary>
    Done,

    /// <summary>It fails before anything happened.</summary>
    Before,

    /// <summary>It is made, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>The instance dies before the call.</summary>
    DiesBefore,

    /// <summary>The instance dies after the call, and before anything that follows.</summary>
    DiesAfter,

    /// <summary>It hangs until every lease is over, perhaps until messages without their commit are given up; then it is made.</summary>
    Hangs,
}
