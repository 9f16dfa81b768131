using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Qijiang.Backend.Http;

/// <summary>
/// The one HTTP surface: every endpoint of every capability behind one pipeline, built once. Standalone serves it directly,
/// the Functions app hands its requests to it, so that the two hosts can't drift apart.
/// </summary>
public sealed class HttpSurface
{
    private readonly RequestDelegate _pipeline;

    /// <summary>Builds the pipeline.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="capabilities">What maps the endpoints.</param>
    public HttpSurface(IServiceProvider services, IEnumerable<ISurfacePart> capabilities)
    {
        var app = new ApplicationBuilder(services);
        app.UseForwardedHeaders();                     // changes nothing unless proxies are listed
        app.UseRequestLocalization("zh-Hans", "en");   // outside of the problems, which are told in the reader's language
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();                          // after authentication: a house of many people has one address
        app.UseAuthorization();
        app.UseMiddleware<CommandMiddleware>();
        app.UseMiddleware<ActingMiddleware>();
        app.UseEndpoints(endpoints =>
        {
            var checkedOnes = endpoints.MapGroup("").AddEndpointFilter<RouteGroupBuilder, RequestCheck>();
            foreach (var capability in capabilities) capability.Map(checkedOnes);
        });
        _pipeline = app.Build();
    }

    /// <summary>Handles one request, whoever received it.</summary>
    public Task HandleAsync(HttpContext context)
    {
        // A host may have matched an endpoint of its own (the Functions trigger); ours is found anew.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return _pipeline(context);
    }
}
