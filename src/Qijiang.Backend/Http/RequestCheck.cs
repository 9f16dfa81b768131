using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>
/// What the reader of JSON does not check of a body, checked by its types before any endpoint sees it: a list or map holds no
/// null, a text that has to be there is not blank, and none is longer than its limit. One place, so that no endpoint forgets it.
/// </summary>
internal sealed class RequestCheck : IEndpointFilter
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> _members = new();

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var body = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        return body is not null && context.Arguments.FirstOrDefault(body.IsInstanceOfType) is { } request && RefusalOf(request, "") is { } refusal
            ? ValueTask.FromResult<object?>(Problems.Of(refusal))
            : next(context);
    }

    /// <summary>The refusal of the first member that can't be; null where all are well.</summary>
    private static Refusal? RefusalOf(object record, string path)
    {
        foreach (var member in _members.GetOrAdd(record.GetType(), MembersOf))
        {
            var place = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            var value = member.Property.GetValue(record);
            if (member.IsNeeded && value is string text && string.IsNullOrWhiteSpace(text)) return new FieldMissing(place);
            if (value is not null && RefusalOf(value, place, member.MaxText) is { } refusal) return refusal;
        }

        return null;
    }

    private static Refusal? RefusalOf(object? value, string place, int maxText) => value switch
    {
        null => new FieldMalformed(place),
        string text => text.Length > maxText ? new FieldMalformed(place) : null,
        IEnumerable list => EachOf(list, place).Select(e => RefusalOf(e.Value, e.Place, maxText)).FirstOrDefault(refusal => refusal is not null),
        _ when IsRecord(value.GetType()) => RefusalOf(value, place),
        _ => null,
    };

    private static IEnumerable<(string Place, object? Value)> EachOf(IEnumerable list, string place) => list is IDictionary map
        ? map.Keys.Cast<object>().Select(key => ($"{place}.{key}", map[key]))
        : list.Cast<object?>().Select((value, i) => ($"{place}[{i}]", value));

    // Ids, dates and enums were checked as they were read.
    private static bool IsRecord(Type type) => type.IsClass && type.Namespace?.StartsWith(nameof(Qijiang), StringComparison.Ordinal) == true;

    private static IReadOnlyList<Member> MembersOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var parameters = type.GetConstructors().SelectMany(c => c.GetParameters()).ToLookup(p => p.Name);
        return [.. type.GetProperties().Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0).Select(p => new Member(
            p,
            JsonNamingPolicy.CamelCase.ConvertName(p.Name),
            p.PropertyType == typeof(string) && nullability.Create(p).ReadState == NullabilityState.NotNull,
            parameters[p.Name].Select(parameter => parameter.GetCustomAttribute<MaxTextAttribute>()).FirstOrDefault(max => max is not null)?.Length ?? TextLimits.Line))];
    }

    /// <summary>A member of a request.</summary>
    private sealed record Member(PropertyInfo Property, string Name, bool IsNeeded, int MaxText);
}
