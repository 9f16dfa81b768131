using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Xunit;

namespace Qijiang.Backend.Tests.Conventions;

/// <summary>What a source-generated context does not know fails only when it is first stored: so every type it can meet is asked for here.</summary>
public sealed class StoredFormats
{
    public static TheoryData<Type> Contexts =>
        new(typeof(EventStore).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(JsonSerializerContext)) && t.GetProperty("Stored", BindingFlags.Static | BindingFlags.Public) is not null
            || t.IsSubclassOf(typeof(JsonSerializerContext)) && t.Name == "CongressJson"));

    [Theory, MemberData(nameof(Contexts))]
    public void Every_type_that_can_be_stored_is_known_to_its_context(Type context)
    {
        var json = (JsonSerializerContext)Activator.CreateInstance(context, StoredJson.Options())!;
        var missing = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var root in context.GetCustomAttributesData().Where(a => a.AttributeType == typeof(JsonSerializableAttribute)).Select(a => (Type)a.ConstructorArguments[0].Value!))
            Walk(root, json, seen, missing);
        seen.Should().NotBeEmpty();
        missing.Should().BeEmpty();
    }

    private static void Walk(Type type, JsonSerializerContext json, HashSet<Type> seen, List<string> missing)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type) || type.Namespace?.StartsWith("Qijiang", StringComparison.Ordinal) != true) return;
        if (json.GetTypeInfo(type) is null) missing.Add(type.FullName!);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            var element = type.GetGenericArguments()[0];
            if (json.GetTypeInfo(element) is null) missing.Add($"{element.FullName}, in a list");
            Walk(element, json, seen, missing);
            return;
        }

        if (type.IsEnum || type.IsPrimitive) return;
        foreach (var derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)) Walk(derived.DerivedType, json, seen, missing);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }))
            Walk(property.PropertyType, json, seen, missing);
    }
}
