using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>A refusal as RFC 9457 problem details: a stable code, the rule and article behind it, the field at fault, and a text in the reader's language.</summary>
public static class Problems
{
    /// <summary>The answer to a refused request; written, it is counted.</summary>
    /// <param name="refusal">Why it is refused.</param>
    /// <param name="findings">All that is wrong, line by line, where a whole file was sent.</param>
    public static IResult Of(Refusal refusal, IEnumerable<string>? findings = null) => new Answer(refusal, findings);

    /// <summary>Writes that answer where no endpoint does.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal) => Of(refusal).ExecuteAsync(context);

    private sealed class Answer(Refusal refusal, IEnumerable<string>? findings) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.RequestServices.GetRequiredService<Rejections>().Count(refusal.Code);
            var more = new Dictionary<string, object?> { ["code"] = refusal.Code };
            if (refusal.Field is { } field) more["field"] = field;
            if (refusal.Rule is { } rule) more["rule"] = rule;
            if (findings is not null) more["findings"] = findings.ToArray();
            return Results.Problem(
                title: RefusalTexts.Of(refusal, CultureInfo.CurrentUICulture),
                type: $"urn:qijiang:{refusal.Code}",
                statusCode: RefusalStatus.Of(refusal),
                extensions: more).ExecuteAsync(httpContext);
        }
    }
}
