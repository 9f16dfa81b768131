using Qijiang.Core.Law;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The poll is not at the stage for this.</summary>
public sealed record OutOfTurn() : Refusal("poll.out-of-turn");

/// <summary>No seats, no candidates, or a candidate twice.</summary>
public sealed record PaperIncomplete() : Refusal("poll.paper-incomplete");

/// <summary>A candidate lacks what deputies must know before they vote (LIV-11).</summary>
public sealed record ProjectIncomplete() : Refusal("poll.project-incomplete");

/// <summary>Too few candidates for a competitive vote (LIV-10).</summary>
/// <param name="Rule">The rule on extra candidates.</param>
public sealed record TooFewCandidates(RuleRef Rule) : Refusal("poll.too-few-candidates", Rule);

/// <summary>No scrutineers are named (LIV-13).</summary>
public sealed record ScrutineersMissing() : Refusal("poll.scrutineers-missing");

/// <summary>The session has adopted the rules already: they don't change any more.</summary>
public sealed record RulesAlreadyConfirmed() : Refusal("poll.rules-already-confirmed");

/// <summary>The rules are adopted by the congress in session, and by no other body.</summary>
public sealed record NotTheSessionsDecision() : Refusal("poll.not-the-sessions-decision");

/// <summary>The session has not adopted the rules.</summary>
public sealed record RulesNotConfirmed() : Refusal("poll.rules-not-confirmed");

/// <summary>A roll needs deputies, each once, and no negative number.</summary>
public sealed record RollMalformed() : Refusal("poll.roll-malformed");

/// <summary>The roll has not been fixed.</summary>
public sealed record RollNotFixed() : Refusal("poll.roll-not-fixed");

/// <summary>Somebody who has signed in is not on the new roll.</summary>
public sealed record RollLeavesOutPresent() : Refusal("poll.roll-leaves-out-present");

/// <summary>The person is not on the roll.</summary>
public sealed record NotOnRoll() : Refusal("poll.not-on-roll");

/// <summary>Fewer present than the quorum (CONG-02).</summary>
/// <param name="Rule">The rule on the quorum.</param>
/// <param name="Present">How many are present.</param>
/// <param name="Needed">How many have to be.</param>
public sealed record QuorumNotReached(RuleRef Rule, int Present, int Needed) : Refusal("poll.quorum-not-reached", Rule);

/// <summary>The ballot side has prepared another roll than the one that was fixed.</summary>
public sealed record BallotsNotReady() : Refusal("poll.ballots-not-ready");

/// <summary>A tally is recorded by Qijiang itself, not by a person.</summary>
public sealed record NotByHand() : Refusal("poll.not-by-hand");

/// <summary>The counts don't fit the roll or the seal.</summary>
public sealed record CountsDisagree() : Refusal("poll.counts-disagree");

/// <summary>Another tally has been recorded: there is only one.</summary>
public sealed record AlreadyTallied() : Refusal("poll.already-tallied");

/// <summary>A notice has a number, and follows the announcement at the sitting (LIV-21).</summary>
public sealed record NoticeIncomplete() : Refusal("poll.notice-incomplete");

/// <summary>The result was announced: it can't be declared void here any more.</summary>
public sealed record AlreadyAnnounced() : Refusal("poll.already-announced");

/// <summary>A reason in words is missing.</summary>
public sealed record ReasonMissing() : Refusal("poll.reason-missing");

/// <summary>That poll has no tie to be voted on again (LIV-19).</summary>
public sealed record NoTie() : Refusal("poll.no-tie");
