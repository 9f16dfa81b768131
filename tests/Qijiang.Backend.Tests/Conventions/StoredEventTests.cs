using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using Qijiang.Core;
using Xunit;

namespace Qijiang.Backend.Tests.Conventions;

/// <summary>What holds for every event, because it is stored for ever.</summary>
public sealed class StoredEventTests
{
    /// <summary>The families of events: polymorphic, by the stored name.</summary>
    private static readonly Type[] _families =
        [.. typeof(Refusal).Assembly.GetTypes().Where(t => t.IsAbstract && t.Name.EndsWith("Event", StringComparison.Ordinal) && t.GetCustomAttribute<JsonPolymorphicAttribute>() is not null)];

    private static readonly Type[] _events = [.. _families.SelectMany(f => f.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(d => d.DerivedType)];

    [Fact]
    public void The_families_are_found() => _families.Should().HaveCountGreaterThan(2);

    [Fact]
    public void Every_event_has_a_stored_name_with_its_version_and_no_two_the_same()
    {
        foreach (var family in _families)
        {
            var named = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
            named.Select(d => d.DerivedType).Should().BeEquivalentTo(family.Assembly.GetTypes().Where(t => t.IsSubclassOf(family) && !t.IsAbstract), $"all of {family.Name} is stored");
            family.GetCustomAttribute<JsonPolymorphicAttribute>()!.TypeDiscriminatorPropertyName.Should().Be("type");
        }

        var names = _families.SelectMany(f => f.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(d => d.TypeDiscriminator as string).ToList();
        names.Should().OnlyHaveUniqueItems().And.OnlyContain(name => name != null);
        names.Should().AllSatisfy(name => name.Should().MatchRegex("^[a-z-]+\\.[a-z-]+\\.v[1-9]$"));
    }

    [Fact]
    public void Events_store_no_due_date() =>
        Members().Where(m => m.Path[(m.Path.LastIndexOf('.') + 1)..].Contains("Due", StringComparison.Ordinal)).Select(m => m.Path).Should().BeEmpty();

    [Fact]
    public void Enums_are_stored_by_name() =>
        Members().Where(m => m.Type.IsEnum && m.Type.GetCustomAttribute<JsonConverterAttribute>() is null).Select(m => $"{m.Path}: {m.Type.Name}").Should().BeEmpty();

    [Fact]
    public void Lists_compare_by_value() =>
        Members().Where(m => m.Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(m.Type) && !IsValueList(m.Type)).Select(m => $"{m.Path}: {m.Type.Name}").Should().BeEmpty();

    [Fact]
    public void Time_is_NodaTimes() =>
        Members().Where(m => m.Type == typeof(DateTime) || m.Type == typeof(DateTimeOffset) || m.Type == typeof(DateOnly) || m.Type == typeof(TimeSpan)).Select(m => m.Path).Should().BeEmpty();

    [Fact]
    public void No_measure_is_a_fraction_of_two() =>
        Members().Where(m => m.Type == typeof(double) || m.Type == typeof(float)).Select(m => m.Path).Should().BeEmpty();

    private static bool IsValueList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

    /// <summary>Everything that the JSON of an event holds, however deep.</summary>
    private static IEnumerable<(string Path, Type Type)> Members() => _events.SelectMany(e => Below($"{e.DeclaringType?.Name}.{e.Name}", e, []));

    private static IEnumerable<(string Path, Type Type)> Below(string path, Type type, HashSet<Type> above)
    {
        if (!above.Add(type)) yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always } && p.GetIndexParameters() is []))
        {
            var member = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            yield return ($"{path}.{property.Name}", member);
            var element = IsValueList(member) ? member.GetGenericArguments()[0] : member;
            if (element != member) yield return ($"{path}.{property.Name}[]", element);
            if (element.Namespace?.StartsWith("Qijiang.Core", StringComparison.Ordinal) != true || element.IsEnum) continue;
            foreach (var below in Below($"{path}.{property.Name}", element, [.. above])) yield return below;
        }
    }
}
