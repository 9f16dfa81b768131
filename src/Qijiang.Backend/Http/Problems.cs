using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>A refusal as RFC 9457 problem details: a stable code, the rule and article behind it, the field at fault, and a text in the reader's language.</summary>
public static class Problems
{
    /// <summary>The meter of the surface. A rejection leaves no other trace than its count.</summary>
    public const string MeterName = "Qijiang.Http";

    private static readonly Meter _meter = new(MeterName);
    private static readonly Counter<long> _rejections = _meter.CreateCounter<long>("qijiang.rejections", description: "Requests refused, by code");

    /// <summary>The answer to a refused request.</summary>
    /// <param name="refusal">Why it is refused.</param>
    /// <param name="findings">All that is wrong, line by line, where a whole file was sent.</param>
    public static IResult Of(Refusal refusal, IEnumerable<string>? findings = null)
    {
        Count(refusal.Code);
        var more = new Dictionary<string, object?> { ["code"] = refusal.Code };
        if (refusal.Field is { } field) more["field"] = field;
        if (refusal.Rule is { } rule) more["rule"] = rule;
        if (findings is not null) more["findings"] = findings.ToArray();
        return Results.Problem(
            title: RefusalTexts.Of(refusal, CultureInfo.CurrentUICulture),
            type: $"urn:qijiang:{refusal.Code}",
            statusCode: RefusalStatus.Of(refusal),
            extensions: more);
    }

    /// <summary>Counts a refusal that is answered in another form than this.</summary>
    /// <param name="code">Its code.</param>
    public static void Count(string code) => _rejections.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>Writes that answer where no endpoint does.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal) => Of(refusal).ExecuteAsync(context);
}
