using Qijiang.Core;

namespace Qijiang.Backend.Identity;

/// <summary>The code is malformed, unknown, used before or too old. The client asks the channel for a new one.</summary>
public sealed record LoginCodeInvalid : Refusal
{
    /// <summary>With the field of the request that carries the code.</summary>
    public LoginCodeInvalid() : base("login.code-invalid") => Field = "code";
}

/// <summary>The channel asks us to slow down.</summary>
public sealed record LoginBusy() : Refusal("login.busy");

/// <summary>The channel holds the account for a high risk and does not vouch for it.</summary>
public sealed record LoginBlocked() : Refusal("login.blocked");

/// <summary>The channel can't be reached or does not serve us.</summary>
public sealed record LoginUnavailable() : Refusal("login.unavailable");
