using NodaTime;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>What can be asked of a poll. Casting is not among it: a ballot goes into the box and is no event.</summary>
public abstract record PollCommand
{
    private PollCommand() { }

    /// <summary>Who acts.</summary>
    public required Actor By { get; init; }

    /// <summary>The day of the act in law: of the sitting, of the document.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Prepares the poll, or prepares it anew as long as the session has not adopted its rules.</summary>
    /// <param name="Paper">What is put to the vote, and by which terms.</param>
    public sealed record Prepare(PollPaper Paper) : PollCommand;

    /// <summary>Prepares a re-vote among the tied of another poll (LIV-19), under the rules that the session has adopted for that one.</summary>
    /// <param name="Poll">The new poll.</param>
    /// <param name="First">The poll with the tie.</param>
    public sealed record PrepareReVote(PollId Poll, Poll.Tallied First) : PollCommand;

    /// <summary>The session adopts its voting measure: the rules of this poll are confirmed as prepared.</summary>
    /// <param name="Decision">The decision of the congress.</param>
    public sealed record ConfirmRules(Decision Decision) : PollCommand;

    /// <summary>Fixes the roll, or fixes it anew until the poll opens.</summary>
    /// <param name="Voters">The deputies who may vote, each once, in any order.</param>
    /// <param name="Suspended">Deputies in office but suspended from acting.</param>
    public sealed record FixRoll(ValueList<PersonId> Voters, int Suspended) : PollCommand;

    /// <summary>A deputy signs in (签到), before or while the poll is open. Attendance is not secret.</summary>
    /// <param name="Deputy">The deputy.</param>
    public sealed record SignIn(PersonId Deputy) : PollCommand;

    /// <summary>Opens the poll; the count of those present is announced with it. Freezes the frame.</summary>
    /// <param name="Ballots">What the ballot side prepared: scheme, roll hash and key.</param>
    public sealed record OpenPoll(BallotMaterial Ballots) : PollCommand;

    /// <summary>Closes the poll: no more ballots.</summary>
    public sealed record ClosePoll : PollCommand;

    /// <summary>Records what the tally found; asked by Qijiang from the queue, no person counts.</summary>
    /// <param name="Seal">The seal of the box.</param>
    /// <param name="Counts">What was counted.</param>
    public sealed record RecordTally(BoxSeal Seal, TallyCounts Counts) : PollCommand;

    /// <summary>Makes the result known: at the sitting, then by public notice.</summary>
    /// <param name="How">Which of the two.</param>
    /// <param name="DocumentNumber">The number of the notice; asked for a notice alone.</param>
    public sealed record Announce(Announcement How, string? DocumentNumber = null) : PollCommand;

    /// <summary>Declares the poll void before its result is announced. It is voted again as another poll.</summary>
    /// <param name="Ground">Why.</param>
    /// <param name="Reason">The reason in words.</param>
    /// <param name="Decision">Who decided it.</param>
    public sealed record DeclareVoid(VoidGround Ground, OfficialText Reason, Decision Decision) : PollCommand;
}
