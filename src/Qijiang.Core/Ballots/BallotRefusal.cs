using Qijiang.Core.Law;

namespace Qijiang.Core.Ballots;

/// <summary>The marks name a question that is not on this ballot.</summary>
public sealed record UnknownContest() : Refusal("ballot.unknown-contest");

/// <summary>The marks name an option that is not on this ballot.</summary>
public sealed record UnknownOption() : Refusal("ballot.unknown-option");

/// <summary>The same question or option is marked twice.</summary>
public sealed record MarkedTwice() : Refusal("ballot.marked-twice");

/// <summary>Fewer marks than a question asks for.</summary>
public sealed record TooFewMarks() : Refusal("ballot.too-few-marks");

/// <summary>More marks than allowed; on paper such a ballot is void (LIV-16).</summary>
/// <param name="Rule">The rule on chosen and seats.</param>
public sealed record TooManyMarks(RuleRef Rule) : Refusal("ballot.too-many-marks", Rule);

/// <summary>The frame can't be run by its scheme.</summary>
public sealed record FrameUnusable() : Refusal("ballot.frame-unusable");

/// <summary>The ballot is not one of this frame and scheme.</summary>
public sealed record BallotMalformed() : Refusal("ballot.malformed");

/// <summary>The deputy has not signed in: rights are given out at sign-in.</summary>
public sealed record NotSignedIn() : Refusal("ballot.not-signed-in");

/// <summary>The poll's box is not open yet; or this right is not on its roll.</summary>
public sealed record RightUnknown() : Refusal("ballot.right-unknown");

/// <summary>The right was withdrawn: paper was issued for it, or it is void.</summary>
public sealed record RightWithdrawn() : Refusal("ballot.right-withdrawn");

/// <summary>A ballot lies in the box under this right.</summary>
public sealed record BallotAlreadyCast() : Refusal("ballot.already-cast");

/// <summary>The box is sealed.</summary>
public sealed record BoxSealed() : Refusal("ballot.box-sealed");

/// <summary>The key that opens the ballots is gone, before they were counted: the poll has to be declared void and voted again.</summary>
public sealed record KeyLost() : Refusal("ballot.key-lost");

/// <summary>The ballots kept for a recount are gone: their retention has ended (ARC-06).</summary>
public sealed record RecountGone() : Refusal("ballot.recount-gone");
