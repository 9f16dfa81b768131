using System.Globalization;
using FluentAssertions;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Xunit;
using Sample = Qijiang.Core.Tests.Suggestions.Sample;

namespace Qijiang.Core.Tests.CitizenInput;

public sealed class StandingTests
{
    private static readonly PersonId _wang = new("wang");
    private static readonly Intake _intake = new(new("o-1"), _wang, new(_wang, "路灯不亮"), null, new(2026, 2, 2), new(new(2026, 2, 2), new(15, LimitUnit.Days), new("CIT-10", "national", new(2022, 5, 1))));

    [Fact]
    public void It_tells_which_agency_has_it_and_by_when_it_replies() => Zh(Sample.InHand.State)
        .Should().Be("您反映的“路灯不亮”已由代表提出建议，正由城市管理局办理，最迟2026年8月10日答复。");

    [Fact]
    public void And_in_English() => Say(new Opinion.Open(_intake, [], [Sample.Lamps]), "en", Sample.InHand.State)
        .Should().Be("A deputy has made a suggestion of “路灯不亮”; 城市管理局 is handling it and replies by 10 August 2026 at the latest.");

    [Fact]
    public void Along_the_way_it_tells_each_step()
    {
        Zh(Sample.NotSubmitted.GivenDone(Sample.Submission()).State).Should().Be("您反映的“路灯不亮”已由代表提出建议，等待人大受理。");
        Zh(Sample.AwaitingAssignment.State).Should().Be("您反映的“路灯不亮”已由代表提出建议，人大最迟2026年5月12日交办。");
        Zh(Sample.WithOffice.State).Should().Be("您反映的“路灯不亮”已由代表提出建议，区政府办公室正在确定承办单位。");
        Zh(Sample.Answered.State).Should().Be("您反映的“路灯不亮”，城市管理局已经答复代表，代表正在评价。");
        Zh(Sample.Dissatisfied.State).Should().Be("代表对您反映的“路灯不亮”的答复不满意，人大正在督促城市管理局。");
        Zh(Sample.Dissatisfied.GivenDone(Sample.Demand(new(2026, 7, 10)), Sample.Acknowledgement(new(2026, 7, 13))).State)
            .Should().Be("代表对您反映的“路灯不亮”的答复不满意，城市管理局正在重新办理，最迟2026年9月14日答复。");
        Zh(Sample.WithPromise.GivenDone(Sample.Evaluation(Sample.Evaluated, SatisfactionGrade.Satisfied)).State)
            .Should().Be("您反映的“路灯不亮”，城市管理局已经答复，承诺2026年10月31日前落实。");
        Zh(Sample.Answered.GivenDone(Sample.Evaluation(Sample.Evaluated, SatisfactionGrade.Satisfied)).State).Should().Be("您反映的“路灯不亮”已经由城市管理局办理完毕。");
    }

    [Fact]
    public void Before_that_it_tells_what_the_desk_does()
    {
        Say(new Opinion.Unsettled(_intake), "zh").Should().Be("您反映的“路灯不亮”已经收到并登记，最迟2026年2月24日书面告知您怎样办理。");
        Say(new Opinion.Unsettled(_intake with { Title = null, Notice = new(NoticeKind.Accepted, new(2026, 2, 3), new("已登记。")) }), "zh").Should().Be("您反映的情况已经收到并登记，工作人员正在办理。");
        Say(new Opinion.Open(_intake), "zh").Should().Be("您反映的“路灯不亮”已经登记为意见建议，正在研究。");
        Say(new Opinion.Open(_intake, [new("chen")]), "zh").Should().Be("您反映的“路灯不亮”已经转交您所在选区的人大代表。");
        Say(new Opinion.Closed(_intake, OpinionKind.Suggestion), "zh").Should().Be("您反映的“路灯不亮”已经办结。");
        Say(new Opinion.Elsewhere(_intake, OpinionKind.Redress), "zh").Should().Be("您反映的“路灯不亮”不属于人大办理的范围，正在为您确认该向哪里反映。");
    }

    [Fact]
    public void Of_a_report_of_wrongdoing_it_never_says_what_it_is_about()
    {
        foreach (var sealedOne in new Opinion[] { new Opinion.SealedReport(_intake), new Opinion.Closed(_intake, OpinionKind.Wrongdoing) })
        {
            OpinionStanding.Of(sealedOne, [Sample.InHand.State])!.Should().BeEquivalentTo(new { Title = (PersonalText?)null, Agency = (BodyId?)null });
            Say(sealedOne, "zh", Sample.InHand.State).Should().NotContain("路灯");
        }
    }

    [Fact]
    public void Of_several_suggestions_the_living_one_tells()
    {
        var withdrawn = new Suggestion.Withdrawn(Sample.Lamps, [Sample.Chen]);
        OpinionStanding.Of(new Opinion.Open(_intake), [withdrawn, Sample.Answered.State])!.Code.Should().Be("standing.replied");
        OpinionStanding.Of(new Opinion.Open(_intake), [withdrawn])!.Code.Should().Be("standing.withdrawn");
    }

    public static TheoryData<Suggestion> Ends => new(
    [
        new Suggestion.Returned(Sample.Lamps, Sample.ByDesk), new Suggestion.TakenAsReference(Sample.Lamps, Sample.City, Sample.ByDesk),
        new Suggestion.Merged(Sample.Lamps, new("s-9"), [Sample.Chen], Sample.ByDesk), new Suggestion.Withdrawn(Sample.Lamps, [Sample.Chen]),
    ]);

    [Theory]
    [MemberData(nameof(Ends))]
    public void However_it_ends_there_is_a_sentence_in_both_languages(Suggestion end)
    {
        foreach (var culture in new[] { "zh", "en" })
            Say(new Opinion.Open(_intake), culture, end).Should().Contain("路灯不亮").And.NotContain("{").And.NotStartWith("standing.");
    }

    [Fact]
    public void Where_nothing_was_received_nothing_is_said() => OpinionStanding.Of(new Opinion.NotReceived(), []).Should().BeNull();

    private static string Zh(Suggestion linked) => Say(new Opinion.Open(_intake, [new("chen")], [Sample.Lamps]), "zh", linked);

    private static string Say(Opinion opinion, string culture, params Suggestion[] linked) => StandingTexts.Of(
        OpinionStanding.Of(opinion, linked)!, CultureInfo.GetCultureInfo(culture), WorkingCalendar.Official, body => body == Sample.City ? "城市管理局" : "区政府办公室");
}
