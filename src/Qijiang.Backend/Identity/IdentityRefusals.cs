using Qijiang.Core;

namespace Qijiang.Backend.Identity;

/// <summary>Name and password don't fit.</summary>
public sealed record SignInFailed() : Refusal("sign-in.failed");

/// <summary>The code is unknown, was used before, or is too old.</summary>
public sealed record SignInCodeRefused() : Refusal("sign-in.code-refused");
