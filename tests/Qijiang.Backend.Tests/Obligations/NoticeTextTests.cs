using System.Globalization;
using FluentAssertions;
using Qijiang.Backend.Obligations;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>Reminders are told in Chinese and in English, whatever they are about and whoever is told.</summary>
public sealed class NoticeTextTests
{
    private static readonly Congress.Established _congress = new(
        new("qj"), CongressLevel.District, new("綦江区人大", "Qijiang"), null, "chongqing", [new(new("water"), BodyKind.Agency, new("水利局", "Water"))], [], []);

    public static TheoryData<ObligationKind> Kinds => [.. Enum.GetValues<ObligationKind>()];

    public static TheoryData<Audience> WithoutBody => [Audience.ChairsMeeting, Audience.Committee, Audience.LocalCongress];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_has_a_name_in_both_languages(ObligationKind kind)
    {
        Of(kind, "zh-Hans").Should().MatchRegex(@"^水利局：事项x-1的\p{IsCJKUnifiedIdeographs}+应于2026年12月1日前办理，已逾期2天，请尽快办理并书面说明情况。$");
        Of(kind, "en").Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}").And.NotContain($" {kind} ").And.Contain("1 December 2026 and is 2 days late");
    }

    [Fact]
    public void A_return_is_no_duty_and_is_told_of_as_such()
    {
        var notice = Notice(ObligationKind.Return) with { Step = "soon", Today = new(2026, 11, 28) };
        NoticeTexts.Of(notice, _congress, ReminderPolicy.Default, CultureInfo.GetCultureInfo("zh-Hans")).Should().Be("水利局：事项x-1如不属于本单位职责，请最迟2026年12月1日书面退回并说明理由，还有3天。");
        NoticeTexts.Of(notice with { Today = new(2026, 12, 1) }, _congress, ReminderPolicy.Default, CultureInfo.GetCultureInfo("en"))
            .Should().Be("Water: if matter x-1 is not yours to handle, return it in writing with your reasons today, 1 December 2026.");
    }

    [Theory, MemberData(nameof(WithoutBody))]
    public void Who_is_no_body_of_the_register_has_a_name_all_the_same(Audience to)
    {
        Several(to, "zh-Hans").Should().MatchRegex(@"^【催办】[\p{IsCJKUnifiedIdeographs}、]+，2026年12月3日共1项：\n1\. ");
        Several(to, "en").Should().NotContain(to.ToString());
    }

    private static ReminderNotice Notice(ObligationKind kind) => new(
        new("qj"), OpenObligation.Of(kind, new Party.OfBody(new("water")), new Party.OfKind(BodyKind.Desk), new Due.By(new(2026, 12, 1), new(2026, 11, 2)), new Matter.Other("matter", "x-1")),
        "overdue", Audience.Owing, new(2026, 12, 1), new(2026, 12, 3));

    private static string Of(ObligationKind kind, string culture) => NoticeTexts.Of(Notice(kind), _congress, ReminderPolicy.Default, CultureInfo.GetCultureInfo(culture));

    private static string Several(Audience to, string culture) =>
        NoticeTexts.OfSeveral([Notice(ObligationKind.Filing)], new Recipient(to), new(2026, 12, 3), _congress, ReminderPolicy.Default, CultureInfo.GetCultureInfo(culture));
}
