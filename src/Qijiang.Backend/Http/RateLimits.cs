using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Qijiang.Backend.Http;

/// <summary>How many requests one sender may make. Counted in each instance.</summary>
public static class RateLimits
{
    /// <summary>The section of the configuration: <c>RateLimits</c>.</summary>
    public const string Section = "RateLimits";

    /// <summary>The policy for signing in: so many tries a minute from one address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The limits of the surface.</summary>
    public sealed class Options
    {
        /// <summary>Requests a minute of one person, or of one address where nobody is signed in.</summary>
        public int RequestsPerMinute { get; set; } = 600;

        /// <summary>Tries to sign in a minute from one address: a whole congress signs in from one hall. Guessing at one name is held up by <see cref="Identity.SignInTries"/>.</summary>
        public int SignInsPerMinute { get; set; } = 300;
    }

    internal static void Configure(RateLimiterOptions limiter, Options limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirstValue("sub") ?? AddressOf(context), _ => Window(limits.RequestsPerMinute)));
        limiter.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => Window(limits.SignInsPerMinute)));
    }

    private static FixedWindowRateLimiterOptions Window(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
