using System.Globalization;
using System.Runtime.CompilerServices;
using FluentAssertions;
using Qijiang.Core.Ballots;
using Qijiang.Core.LivelihoodProjects;
using Xunit;

namespace Qijiang.Core.Tests.LivelihoodProjects;

/// <summary>Every refusal of a poll or ballot can be read in both languages.</summary>
public sealed class PollRefusalTextsTests
{
    public static TheoryData<Type> Refusals => [.. typeof(PollDecider).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Refusal)) && (type.Namespace == typeof(Poll).Namespace || type.Namespace == typeof(PollFrame).Namespace))];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_a_text_in_Chinese_and_in_English(Type type)
    {
        var arguments = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
            .Select(p => p.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(p.ParameterType) : null).ToArray();
        var refusal = (Refusal)Activator.CreateInstance(type, arguments)!;

        var chinese = RefusalTexts.Of(refusal, CultureInfo.GetCultureInfo("zh-Hans"));
        var english = RefusalTexts.Of(refusal, CultureInfo.GetCultureInfo("en"));

        chinese.Should().NotBe(refusal.Code).And.NotBe(english).And.EndWith("。");
        english.Should().NotBe(refusal.Code).And.EndWith(".");
    }
}
