using Qijiang.Core;

namespace Qijiang.Backend.Identity;

/// <summary>Name and password don't fit.</summary>
public sealed record SignInFailed() : Refusal("sign-in.failed");
