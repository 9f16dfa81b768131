using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Qijiang.Backend.Http;

/// <summary>Turns what no endpoint answered into problem details: malformed JSON, an unknown address, a defect of ours (without its text).</summary>
public sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Problems.WriteAsync(context, e.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => new BodyTooLarge(),
                _ when Problem(e) is { } json => new BodyMalformed { Field = FieldOf(json) },
                _ => new BodyMalformed(),
            });
            return;
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            log.LogError(e, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            await Problems.WriteAsync(context, new Failed());
            return;
        }

        if (context.Response is { HasStarted: false, ContentLength: null, ContentType: null })
        {
            switch (context.Response.StatusCode)
            {
                case StatusCodes.Status404NotFound: await Problems.WriteAsync(context, new AddressUnknown()); break;
                case StatusCodes.Status405MethodNotAllowed: await Problems.WriteAsync(context, new MethodNotAllowed()); break;
                case StatusCodes.Status429TooManyRequests: await Problems.WriteAsync(context, new TooManyRequests()); break;
                case StatusCodes.Status415UnsupportedMediaType: await Problems.WriteAsync(context, new BodyMalformed()); break;
            }
        }
    }

    private static JsonException? Problem(Exception e) => e as JsonException ?? (e.InnerException is { } inner ? Problem(inner) : null);

    /// <summary>The place in the JSON spelling: <c>words</c>, <c>promises[0].on</c>; for a missing or unknown member its name is only in the message.</summary>
    private static string? FieldOf(JsonException e)
    {
        var path = e.Path is null or "$" ? null : e.Path["$.".Length..];
        if (e.Message.Split('\'') is [_, var named, ..] && (path is null || e.Message.Contains("could not be mapped", StringComparison.Ordinal))) return named;
        return path;
    }
}
