using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Xunit;

namespace Qijiang.Core.Tests.Conventions;

/// <summary>Every refusal says in both languages what is wrong, and none says what no refusal is.</summary>
public sealed class RefusalTextTests
{
    public static TheoryData<Type> Refusals => new(typeof(Suggestion).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_text_in_both_languages(Type type)
    {
        var refusal = Sample(type);
        var (chinese, english) = (RefusalTexts.Of(refusal, CultureInfo.GetCultureInfo("zh-Hans")), RefusalTexts.Of(refusal, CultureInfo.GetCultureInfo("en")));
        chinese.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}", refusal.Code).And.EndWith("。", "it is a sentence");
        english.Should().NotBe(chinese).And.NotBe(refusal.Code).And.EndWith(".");
    }

    [Fact]
    public void Every_text_belongs_to_a_refusal()
    {
        var codes = typeof(Suggestion).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).ToLookup(t => t.Namespace!, t => Sample(t).Code);
        foreach (var folder in codes)
            new ResourceManager(folder.Key + ".Refusals", typeof(Suggestion).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, false)!
                .Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).Should().BeSubsetOf(folder, folder.Key);
    }

    [Fact]
    public void Codes_are_unique_and_well_formed() => typeof(Suggestion).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)
        .Select(t => Sample(t).Code).Should().OnlyHaveUniqueItems().And.AllSatisfy(code => code.Should().MatchRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$"));

    // The code stands in the constructor, whatever the other facts are.
    private static Refusal Sample(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First();
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type) =>
        type == typeof(RuleRef) ? new RuleRef("X-1", "national", new LocalDate(2026, 1, 1))
        : type == typeof(string) ? "x"
        : type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type)
        : null;
}
