using System.Text.Json.Serialization;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What has happened to a poll. No event holds a ballot, a voting right, or who cast when.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Prepared), "poll.prepared.v1")]
[JsonDerivedType(typeof(RulesConfirmed), "poll.rules-confirmed.v1")]
[JsonDerivedType(typeof(RollFixed), "poll.roll-fixed.v1")]
[JsonDerivedType(typeof(DeputySignedIn), "poll.deputy-signed-in.v1")]
[JsonDerivedType(typeof(Opened), "poll.opened.v1")]
[JsonDerivedType(typeof(Closed), "poll.closed.v1")]
[JsonDerivedType(typeof(TallyRecorded), "poll.tally-recorded.v1")]
[JsonDerivedType(typeof(ResultAnnounced), "poll.result-announced.v1")]
[JsonDerivedType(typeof(DeclaredVoid), "poll.declared-void.v1")]
public abstract record PollEvent
{
    private PollEvent() { }

    /// <summary>It was prepared, or prepared anew.</summary>
    /// <param name="Paper">What is put to the vote.</param>
    public sealed record Prepared(PollPaper Paper) : PollEvent;

    /// <summary>The session adopted the rules.</summary>
    /// <param name="Rules">The rules, each with its article or the session's measure.</param>
    /// <param name="Decision">The decision of the congress.</param>
    public sealed record RulesConfirmed(PollRules Rules, Decision Decision) : PollEvent;

    /// <summary>The roll was fixed, or fixed anew.</summary>
    /// <param name="Roll">Who may vote.</param>
    public sealed record RollFixed(PollRoll Roll) : PollEvent;

    /// <summary>A deputy signed in. Attendance alone: no right, no time of casting.</summary>
    /// <param name="Deputy">The deputy.</param>
    public sealed record DeputySignedIn(PersonId Deputy) : PollEvent;

    /// <summary>The poll opened: quorum announced, frame frozen.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Present">How many had signed in (实到); of how many, the frame says.</param>
    public sealed record Opened(PollFrame Frame, int Present) : PollEvent;

    /// <summary>The poll closed.</summary>
    /// <param name="Issued">Ballots given out: to each who signed in.</param>
    public sealed record Closed(int Issued) : PollEvent;

    /// <summary>The ballots were counted.</summary>
    /// <param name="Seal">The seal of the box.</param>
    /// <param name="Counts">What was counted.</param>
    /// <param name="Outcome">The outcome, with its calculation.</param>
    public sealed record TallyRecorded(BoxSeal Seal, TallyCounts Counts, PollOutcome Outcome) : PollEvent;

    /// <summary>The result was made known.</summary>
    /// <param name="How">At the sitting, or by public notice.</param>
    /// <param name="DocumentNumber">The number of the notice; null at the sitting.</param>
    public sealed record ResultAnnounced(Announcement How, string? DocumentNumber) : PollEvent;

    /// <summary>The poll is void.</summary>
    /// <param name="Ground">Why.</param>
    /// <param name="Reason">The reason in words; null where the count itself says it.</param>
    /// <param name="Decision">Who decided it; null where the rule itself does (LIV-15).</param>
    public sealed record DeclaredVoid(VoidGround Ground, OfficialText? Reason, Decision? Decision) : PollEvent;
}
