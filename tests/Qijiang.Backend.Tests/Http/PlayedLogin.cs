using Qijiang.Backend.Identity;

namespace Qijiang.Backend.Tests.Http;

/// <summary>A channel that knows every code that begins with <c>code-of-</c>: what follows is the openid.</summary>
internal sealed class PlayedLogin : ICitizenLogin
{
    public Task<CitizenLoginOutcome> ExchangeAsync(string code, CancellationToken cancel) => Task.FromResult<CitizenLoginOutcome>(
        code.StartsWith("code-of-", StringComparison.Ordinal) ? new CitizenLoginOutcome.Known(new CitizenIdentity(code["code-of-".Length..]))
        : code == "busy" ? new LoginBusy()
        : new LoginCodeInvalid());
}
