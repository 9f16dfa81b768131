using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using FluentAssertions;
using NodaTime;
using Qijiang.Core;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Backend.Tests.Conventions;

/// <summary>Whoever refuses says why, in both languages.</summary>
public sealed class RefusalTextTests
{
    private static readonly Assembly[] _assemblies = [typeof(Refusal).Assembly, typeof(BackendServices).Assembly];
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    private static readonly Type[] _refusals = [.. _assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)];

    public static TheoryData<Type> Refusals => [.. _refusals];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_text_in_Chinese_and_in_English(Type type)
    {
        var code = CodeOf(type);
        var texts = new ResourceManager(type.Namespace + ".Refusals", type.Assembly);

        var chinese = texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)?.GetString(code);
        var english = texts.GetResourceSet(_english, createIfNotExists: true, tryParents: false)?.GetString(code);

        chinese.Should().NotBeNullOrWhiteSpace($"{code} is told in Chinese").And.MatchRegex(@"\p{IsCJKUnifiedIdeographs}");
        english.Should().NotBeNullOrWhiteSpace($"{code} is told in English").And.NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}");
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_code_names_its_capability_and_what_is_wrong(Type type) => CodeOf(type).Should().MatchRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$");

    [Fact]
    public void No_two_refusals_have_the_same_code() =>
        _refusals.GroupBy(CodeOf).Where(same => same.Count() > 1).Select(same => same.Key).Should().BeEmpty();

    [Fact]
    public void No_text_is_left_over_from_a_refusal_that_is_gone()
    {
        var codes = _refusals.Select(CodeOf).ToHashSet();
        foreach (var assembly in _assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".Refusals.resources", StringComparison.Ordinal)))
            {
                var texts = new ResourceManager(name[..^".resources".Length], assembly);
                foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, _english])
                    foreach (System.Collections.DictionaryEntry text in texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!)
                        codes.Should().Contain((string)text.Key, $"{name} has a text for it");
            }
        }
    }

    private static string CodeOf(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .First(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        return ((Refusal)constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))])).Code;
    }

    private static object? Sample(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(RuleRef) ? new RuleRef("X-01", "national", new LocalDate(2026, 1, 1))
        : type.IsValueType ? Activator.CreateInstance(type)
        : RuntimeHelpers.GetUninitializedObject(type);
}
