namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>What somebody was answered.</summary>
internal sealed record Answer(int Status, string Body)
{
    /// <summary>It was done.</summary>
    public bool IsDone => Status < 300;

    /// <summary>It says whether it was done.</summary>
    public bool IsAnswer => Status < 500;
}
