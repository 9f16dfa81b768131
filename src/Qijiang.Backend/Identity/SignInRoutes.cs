using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.Http;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Identity;

/// <summary>Signing in: staff, deputies and agencies by name and password or by a code on paper, citizens by the code of <c>wx.login</c>.</summary>
public sealed class SignInRoutes(Credentials credentials, SignInTries tries, SignInCodes codes, People people, TokenIssuer tokens, ICitizenLogin citizens) : ISurfacePart
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var signIns = endpoints.MapGroup("/api/sign-ins").WithTags("Sign-in");
        signIns.MapPost("", SignInAsync).WithName("SignIn").ForAnyone().WithMetadata(new NoIdempotencyKey()).RequireRateLimiting(RateLimits.SignIn);
        signIns.MapPost("code", SignInByCodeAsync).WithName("SignInByCode").ForAnyone().WithMetadata(new NoIdempotencyKey()).RequireRateLimiting(RateLimits.SignIn);
        signIns.MapPost("mini-program", SignInCitizenAsync).WithName("SignInCitizen").ForAnyone().WithMetadata(new NoIdempotencyKey()).RequireRateLimiting(RateLimits.SignIn);
    }

    private async Task<IResult> SignInAsync(SignIn request, CancellationToken cancel)
    {
        if (!tries.TryBegin(request.Name)) return Problems.Of(new TooManyFailures());
        if (await credentials.CheckAsync(request.Name, request.Password, cancel) is not { } person) return Problems.Of(new SignInFailed());
        tries.Succeeded(request.Name);
        return Results.Ok(await SignedInAsync(person, cancel));
    }

    private async Task<IResult> SignInByCodeAsync(CodeSignIn request, CancellationToken cancel) =>
        await codes.UseAsync(request.Code, cancel) is { } used
            ? Results.Ok(await SignedInAsync(used.Person, cancel, used.Congress))
            : Problems.Of(new SignInCodeRefused());

    private async Task<IResult> SignInCitizenAsync(CitizenSignIn request, CancellationToken cancel) =>
        await citizens.ExchangeAsync(request.Code, cancel) switch
        {
            CitizenLoginOutcome.Known { Identity: var identity } => Results.Ok(await SignedInAsync(await people.OfOpenIdAsync(identity.OpenId, cancel), cancel)),
            CitizenLoginOutcome.Refused { Refusal: var refusal } => Problems.Of(refusal),
            _ => throw new UnreachableException(),
        };

    private async Task<SignedIn> SignedInAsync(PersonId person, CancellationToken cancel, CongressId? within = null) =>
        new(await tokens.IssueAsync(person, within, cancel), (int)TokenIssuer.Lifetime.TotalSeconds);

    /// <summary>Name and password.</summary>
    public sealed record SignIn(string Name, string Password);

    /// <summary>The code that a person was given on paper.</summary>
    public sealed record CodeSignIn(string Code);

    /// <summary>The code that <c>wx.login</c> gave; used once, within five minutes.</summary>
    public sealed record CitizenSignIn(string Code);

    /// <summary>A token for the header <c>Authorization: Bearer</c>.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="ExpiresIn">How long it holds, in seconds.</param>
    public sealed record SignedIn(string Token, int ExpiresIn);
}
