using System.Collections;
using System.Globalization;
using System.Resources;
using FluentAssertions;
using Qijiang.Backend.Audit;
using Xunit;

namespace Qijiang.Backend.Tests.Audit;

/// <summary>What is found is told in Chinese and in English, with all that is known of it.</summary>
public sealed class FindingTextTests
{
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    public static TheoryData<FindingKind> Kinds => [.. Enum.GetValues<FindingKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_has_a_text_in_both_languages(FindingKind kind)
    {
        var finding = new Finding(kind, "qj|card|card-1", 3, 17, "x");

        finding.In(CultureInfo.GetCultureInfo("zh-Hans")).Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}");
        finding.In(_english).Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}").And.NotBe(finding.In(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_text_names_version_and_checkpoint() =>
        new Finding(FindingKind.CutOff, "qj|card|card-1", 3, 17, "5").InBothLanguages
            .Should().Be("止于第3版，而第17号存证点存证到第5版：后面的被删除了。ends with version 3, and checkpoint 17 covers version 5: what came after was removed.");

    [Fact]
    public void No_text_is_left_over()
    {
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, _english])
        {
            new ResourceManager("Qijiang.Backend.Audit.Findings", typeof(Finding).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
                .Cast<DictionaryEntry>().Select(text => (string)text.Key).Should().BeEquivalentTo(Enum.GetNames<FindingKind>());
        }
    }
}
