using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>
/// A session's vote on the year's livelihood projects (民生实事项目票决). Ballots are not part of it: they lie in the ballot box
/// and are never events.
/// </summary>
public abstract record Poll
{
    private Poll() { }

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotPrepared : Poll;

    /// <summary>Being prepared: until it opens, the session adopts the rules, the roll is fixed and deputies sign in.</summary>
    /// <param name="Paper">What is put to the vote.</param>
    /// <param name="Rules">The rules that the session adopted; null until it did.</param>
    /// <param name="Measure">The decision by which it adopted them.</param>
    /// <param name="Roll">Who may vote; null until it is fixed.</param>
    /// <param name="Present">Who has signed in, sorted by id.</param>
    public sealed record Preparing(PollPaper Paper, PollRules? Rules, Decision? Measure, PollRoll? Roll, ValueList<PersonId> Present) : Poll;

    /// <summary>Open: ballots are cast.</summary>
    /// <param name="Held">What is being held.</param>
    public sealed record Open(PollHeld Held) : Poll;

    /// <summary>Closed: no more ballots; the tally runs.</summary>
    /// <param name="Held">What was held.</param>
    public sealed record Closed(PollHeld Held) : Poll;

    /// <summary>Counted; the result stands, announced or not.</summary>
    /// <param name="Held">What was held.</param>
    /// <param name="Seal">The seal of the box.</param>
    /// <param name="Counts">What was counted.</param>
    /// <param name="Outcome">The outcome.</param>
    /// <param name="AtTheSitting">Whether it was announced at the sitting.</param>
    /// <param name="Notice">The number of the public notice (公告); null until it is published.</param>
    public sealed record Tallied(PollHeld Held, BoxSeal Seal, TallyCounts Counts, PollOutcome Outcome, bool AtTheSitting = false, string? Notice = null) : Poll;

    /// <summary>Void: it says nothing, and has to be voted again as another poll.</summary>
    /// <param name="Paper">What was put to the vote.</param>
    /// <param name="Ground">Why.</param>
    public sealed record Voided(PollPaper Paper, VoidGround Ground) : Poll;
}

/// <summary>A poll from its opening on.</summary>
/// <param name="Paper">What is put to the vote.</param>
/// <param name="Measure">The decision by which the session adopted the rules.</param>
/// <param name="Roll">Who may vote.</param>
/// <param name="Frame">The frozen frame, rules included.</param>
/// <param name="Present">Who has signed in, sorted by id: each was given a voting right.</param>
public sealed record PollHeld(PollPaper Paper, Decision Measure, PollRoll Roll, PollFrame Frame, ValueList<PersonId> Present);
