using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Qijiang.Backend.PersonalData;
using Qijiang.Core.Law;
using Qijiang.Core.PersonalData;

namespace Qijiang.Backend.Http;

/// <summary>Turns what no endpoint answered into problem details: malformed JSON, an unknown address, an act dated before any rule, a defect of ours (without its text).</summary>
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
            await Problems.WriteAsync(context, BadRequest.RefusalOf(e));
            return;
        }
        catch (RuleNotFoundException e) when (!context.Response.HasStarted)
        {
            // Mostly an act dated before the law that is stored here; where the configuration has a gap, the log says which key it lacks.
            log.LogWarning(e, "{Method} {Path} found no rule", context.Request.Method, context.Request.Path);
            await Problems.WriteAsync(context, new NoRuleThen());
            return;
        }
        catch (KeyDestroyedException) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // A session of somebody whose data were erased in the meantime.
            await Problems.WriteAsync(context, new PersonErased());
            return;
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
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
}
