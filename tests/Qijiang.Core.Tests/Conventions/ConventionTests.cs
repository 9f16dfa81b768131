using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;

namespace Qijiang.Core.Tests.Conventions;

/// <summary>What every capability in Core keeps to, found by reflection.</summary>
public sealed class ConventionTests
{
    private static readonly Assembly _core = typeof(Suggestion).Assembly;

    private static IEnumerable<Type> Families => _core.GetExportedTypes().Where(t => t is { IsAbstract: true, IsNested: false } && t.Name.EndsWith("Event", StringComparison.Ordinal));

    private static IEnumerable<Type> Events => Families.SelectMany(f => f.GetNestedTypes()).Where(t => !t.IsAbstract);

    [Fact]
    public void Core_knows_only_NodaTime() => _core.GetReferencedAssemblies().Select(a => a.Name!)
        .Where(name => !name.StartsWith("System", StringComparison.Ordinal)).Should().Equal("NodaTime");

    [Fact]
    public void Testing_knows_only_Core() => typeof(A).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
        .Where(name => !name.StartsWith("System", StringComparison.Ordinal)).Should().BeEquivalentTo("Qijiang.Core", "NodaTime");

    [Fact]
    public void Every_event_has_a_stored_name() => Families.Should().AllSatisfy(family =>
    {
        var named = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);
        named.Keys.Should().BeEquivalentTo(family.GetNestedTypes().Where(t => !t.IsAbstract), $"of {family.Name} every case is stored");
        named.Values.Should().OnlyHaveUniqueItems().And.AllSatisfy(name => name.Should().MatchRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[0-9]+$"));
    });

    [Fact]
    public void No_two_events_have_the_same_stored_name() => Events.Select(Approved.NameOf).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_event_of_a_folder_with_approvals_has_an_approved_form() => Events
        .Where(e => Directory.Exists(Folder(e)))
        .Select(e => Path.Combine(Folder(e), $"{Approved.NameOf(e)}.json"))
        .Should().NotBeEmpty().And.AllSatisfy(file => File.Exists(file).Should().BeTrue(file));

    [Fact]
    public void Events_store_no_due_date() => Events.SelectMany(e => e.GetProperties())
        .Should().NotContain(p => p.Name.Contains("Due", StringComparison.Ordinal) || p.Name.Contains("Deadline", StringComparison.Ordinal));

    [Fact]
    public void Events_keep_no_plain_words_of_people() => Events.SelectMany(e => e.GetProperties().Where(p => p.PropertyType == typeof(string)))
        .Select(p => $"{p.DeclaringType!.Name}.{p.Name}").Should().OnlyContain(name => _plain.Contains(name), "whatever somebody wrote is a PersonalText or an OfficialText");

    [Fact]
    public void Events_hold_lists_that_compare_by_value() => Events.SelectMany(e => e.GetProperties())
        .Should().NotContain(p => p.PropertyType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType)
            && !(p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(ValueList<>)));

    [Fact]
    public void Enums_in_events_are_stored_by_name() => Events.SelectMany(e => e.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
        .Where(t => t.IsEnum).Should().AllSatisfy(t => t.GetCustomAttribute<JsonConverterAttribute>().Should().NotBeNull(t.Name));

    [Fact]
    public void Commands_bring_dates_and_never_an_instant() => _core.GetExportedTypes().Where(t => t.DeclaringType?.Name.EndsWith("Command", StringComparison.Ordinal) is true)
        .SelectMany(c => c.GetProperties()).Should().NotContain(p => p.PropertyType == typeof(DateTime) || p.PropertyType == typeof(DateTimeOffset));

    private static string Folder(Type type) => Path.Combine(AppContext.BaseDirectory, type.Namespace!.Split('.')[^1], "approved");

    // Numbers of documents and names of rule sets: neither is anybody's words.
    private static readonly string[] _plain = ["Received.Number", "ResultAnnounced.DocumentNumber", "Established.RuleSet", "Withdrawn.Id"];
}
