using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Qijiang.Backend.Http;

namespace Qijiang.Functions;

/// <summary>
/// The doors of the HTTP surface, one for each capability; what lies behind a door is the surface's own business. No methods
/// are listed, so that the host passes every one on and 405 is ours to answer. The level is anonymous throughout: who may do
/// what is decided from offices, by our own pipeline, not by the host's keys.
/// </summary>
public sealed class HttpTriggers(HttpSurface surface)
{
    /// <summary>来信来访: what citizens say.</summary>
    [Function("opinions")]
    public Task Opinions([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/opinions/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>代表建议: deputies' suggestions.</summary>
    [Function("suggestions")]
    public Task Suggestions([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/suggestions/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>票决: polls, ballots and their announcement.</summary>
    [Function("polls")]
    public Task Polls([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/polls/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>The congress itself.</summary>
    [Function("congress")]
    public Task Congress([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>Who owes what by when, and the reminders that went out.</summary>
    [Function("obligations")]
    public Task Obligations([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/obligations/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>The rules that a congress works under.</summary>
    [Function("rules")]
    public Task Rules([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/rules/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>The working calendar, its notices, and what they moved.</summary>
    [Function("calendar")]
    public Task Calendar([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/calendar/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>Offices and who holds them.</summary>
    [Function("offices")]
    public Task Offices([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/offices/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>What a citizen asks of the data kept of him or her.</summary>
    [Function("personal-data")]
    public Task PersonalData([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{congress}/personal-data/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>WeChat's message push: the one address that names no congress.</summary>
    [Function("wechat")]
    public Task WeChat([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/wechat/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>Signing in.</summary>
    [Function("sign-ins")]
    public Task SignIns([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/sign-ins/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>The description of the API.</summary>
    [Function("openapi")]
    public Task OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, Route = "openapi/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>The page on which the API can be tried.</summary>
    [Function("scalar")]
    public Task Scalar([HttpTrigger(AuthorizationLevel.Anonymous, Route = "scalar/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);

    /// <summary>Whether this instance can work.</summary>
    [Function("health")]
    public Task Health([HttpTrigger(AuthorizationLevel.Anonymous, Route = "health/{*rest}")] HttpRequest request) => surface.HandleAsync(request.HttpContext);
}
