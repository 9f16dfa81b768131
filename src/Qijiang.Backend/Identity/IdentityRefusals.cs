using Qijiang.Core;

namespace Qijiang.Backend.Identity;

/// <summary>Name and password don't fit.</summary>
public sealed record SignInFailed() : Refusal("sign-in.failed");

/// <summary>This name was tried ten times in ten minutes without the right password.</summary>
public sealed record TooManyFailures() : Refusal("sign-in.too-many-failures");

/// <summary>The code is unknown, was used before, or is too old.</summary>
public sealed record SignInCodeRefused() : Refusal("sign-in.code-refused");

/// <summary>A code for this person is not this office's to issue: it would let in somebody with more power than the office has.</summary>
public sealed record CodeNotYoursToIssue() : Refusal("sign-in.code-not-yours-to-issue");
