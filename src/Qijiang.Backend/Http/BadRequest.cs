using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>
/// What was wrong with a request that could not be bound to its endpoint, with the field at fault. The framework tells some
/// of it in its messages alone; a test pins each of them.
/// </summary>
internal static partial class BadRequest
{
    /// <summary>The refusal.</summary>
    /// <param name="e">What the framework threw.</param>
    public static Refusal RefusalOf(BadHttpRequestException e)
    {
        if (e.StatusCode == StatusCodes.Status413PayloadTooLarge) return new BodyTooLarge();
        if (JsonOf(e) is { } json) return RefusalOf(json);
        if (Unbound().Match(e.Message) is { Success: true } unbound) return new FieldMalformed(unbound.Groups["name"].Value);
        if (NotProvided().Match(e.Message) is { Success: true } missing) return new FieldMissing(missing.Groups["name"].Value);
        return new BodyMalformed();
    }

    private static Refusal RefusalOf(JsonException e)
    {
        var place = e.Path?.TrimStart('$').TrimStart('.') ?? "";
        if (Missing().Match(e.Message) is { Success: true } missing) return new FieldMissing(Within(place, missing.Groups["name"].Value));
        if (Unknown().Match(e.Message) is { Success: true } unknown) return new BodyMalformed { Field = Within(place, unknown.Groups["name"].Value) };
        if (Null().IsMatch(e.Message)) return new FieldMissing(place);
        // The reader's own exceptions are about JSON itself, not about what a field holds.
        return place.Length > 0 && e.InnerException is not JsonException ? new FieldMalformed(place) : new BodyMalformed { Field = place.Length > 0 ? place : null };
    }

    /// <summary>The name of a member within a place, which may name it already.</summary>
    private static string Within(string place, string name) =>
        place.Length == 0 ? name : place == name || place.EndsWith("." + name, StringComparison.Ordinal) ? place : $"{place}.{name}";

    private static JsonException? JsonOf(Exception e) => e as JsonException ?? (e.InnerException is { } inner ? JsonOf(inner) : null);

    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\w+)" """)]
    private static partial Regex Unbound();

    [GeneratedRegex("""^Required parameter "\S+ (?<name>\w+)" was not provided from (?!body)""")]
    private static partial Regex NotProvided();

    [GeneratedRegex("missing required properties including: '(?<name>[^']*)'")]
    private static partial Regex Missing();

    [GeneratedRegex("' on type '[^']*' doesn't allow (setting )?null values")]
    private static partial Regex Null();

    [GeneratedRegex("^The JSON property '(?<name>[^']*)' could not be mapped")]
    private static partial Regex Unknown();
}
