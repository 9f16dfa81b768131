using Qijiang.Core;
using Qijiang.Core.Ballots;

namespace Qijiang.Backend.Ballots;

/// <summary>How a tally ended.</summary>
public abstract record TallyRun
{
    private TallyRun() { }

    /// <summary>Counted: what the caller records as an event, before it destroys the keys.</summary>
    /// <param name="Seal">The seal of the box.</param>
    /// <param name="Counts">What was counted.</param>
    /// <param name="Outcome">The outcome, by the frame's frozen rules.</param>
    public sealed record Counted(BoxSeal Seal, TallyCounts Counts, PollOutcome Outcome) : TallyRun;

    /// <summary>It can't be counted: <c>ballot.key-lost</c>. The poll has to be declared void.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Failed(Refusal Refusal) : TallyRun;
}
