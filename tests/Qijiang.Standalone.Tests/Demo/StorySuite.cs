using FluentAssertions;
using Qijiang.Standalone.Demo.Story;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

/// <summary>What the story has to end with, whatever it is stored on. Dates and votes were worked out by hand from the holiday notice and the ballots.</summary>
public abstract class StorySuite(PlayedStory story)
{
    private WholeStory.Told Told => story.Told;

    [Fact]
    public void Afterwards_all_that_was_recorded_is_there_as_it_was()
    {
        story.Verified.Findings.Should().BeEmpty();
        story.Verified.Newest!.Streams.Should().Be(story.Verified.Streams).And.BeGreaterThan(6, "three opinions, a suggestion, a poll, congresses, mandates and the calendar");
    }

    [Fact]
    public void Step_1_Three_doors_lead_to_one_intake_and_what_is_sent_again_changes_nothing()
    {
        Told.Doors.All.Should().OnlyHaveUniqueItems().And.HaveCount(3);
        Told.Doors.SameNumbers.Should().BeTrue();
        Told.Doors.Reused.Should().Be("command.id-reused");
        Told.Doors.Listed.Should().BeEquivalentTo(Told.Doors.All);
    }

    [Fact]
    public void Step_1_The_citizen_reads_by_when_notice_comes_after_the_holiday() =>
        Told.Doors.Standing.Should().Be("您反映的“路灯不亮”已经收到并登记，最迟2026年5月6日书面告知您怎样办理。");

    [Fact]
    public void Step_2_Nothing_goes_to_a_deputy_before_a_person_has_settled_the_kind() => Told.Words.Unsettled.Should().Be("opinion.kind-not-settled");

    [Fact]
    public void Step_2_A_copy_of_the_citizens_words_is_refused_and_names_the_rule() =>
        (Told.Words.Copied, Told.Words.CopiedRule).Should().Be(("suggestion.copied-from-source", "SUG-04"));

    [Fact]
    public void Step_2_The_suggestion_names_its_sources_and_each_citizen_knows_of_it()
    {
        Told.Words.Sources.Should().BeEquivalentTo(Told.Doors.All);
        Told.Words.Standing.Should().Be("您反映的“路灯不亮”已由代表提出建议，等待人大受理。");
    }

    [Fact]
    public void Step_3_Ten_working_days_count_the_make_up_Saturday()
    {
        Told.Assigned.AssignBy.Should().Be("2026-05-11");
        Told.Assigned.Lead.ReturnBy.Should().Be("2026-05-21");
        Told.Assigned.Lead.ReturnExplanation.Should().Contain("2026年5月9日（星期六）：劳动节调休上班，计1天，累计1天（国办发明电〔2025〕7号）");
    }

    [Fact]
    public void Step_3_Periods_start_with_the_agencies_own_document_and_the_first_assignment_stays_shown()
    {
        Told.Assigned.FirstAssignedOn.Should().Be("2026-05-06");
        Told.Assigned.Lead.Should().BeEquivalentTo(new { Document = "綦江府办〔2026〕31号", AssignedOn = "2026-05-08", FirstAssignedOn = "2026-05-06", DueOn = "2026-08-10", ContactBy = "2026-06-04" });
        Told.Assigned.CoHandler.Should().BeEquivalentTo(new { AssignedOn = "2026-05-08", FirstAssignedOn = "2026-05-06", DueOn = "2026-06-18", ReturnBy = "2026-05-21", ContactBy = "" });
        Told.Assigned.Lead.Explanation.Should().Contain("2026年8月8日（星期六）").And.Contain("CAL-03");
    }

    [Fact]
    public void Step_4_The_timer_finds_what_is_overdue_and_everybody_concerned_is_told_once()
    {
        Told.Promise.Reminders.Should().Equal("CoordinatingOffice", "Desk", "Owed", "Owing", "OwingPrincipal");
        Told.Promise.ReminderText.Should().StartWith("区城市管理局").And.Contain("2026年8月10日").And.Contain("逾期1天");
    }

    [Fact]
    public void Step_4_The_promise_is_evaluated_lapses_and_is_back_on_the_desk()
    {
        Told.Promise.Stage.Should().Be("Closed");
        Told.Promise.PromisedFor.Should().Be("2026-10-31");
        Told.Promise.Promised.Should().Be("您反映的“路灯不亮”，区城市管理局已经答复，承诺2026年10月31日前落实。");
        Told.Promise.Delivery.Should().Be("Lapsed");
        Told.Promise.OnTheDesk.Should().Equal(Told.Words.Suggestion);
        Told.Promise.Standing.Should().Be("您反映的“路灯不亮”，区城市管理局承诺2026年10月31日前落实，至今没有报告，人大正在督促。");
        Told.Promise.StandingInEnglish.Should().Contain("31 October 2026");
    }

    [Fact]
    public void Step_5_Of_287_in_office_259_sign_in_and_every_ballot_is_in_the_box() =>
        (Told.Poll.Roll, Told.Poll.Present, Told.Poll.Cast, Told.Poll.QuorumNeeded).Should().Be((287, 259, 259, 192));

    [Fact]
    public void Step_5_144_of_287_pass_and_143_fail()
    {
        Told.Poll.VotesNeeded.Should().Be(144);
        Told.Poll.Votes.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value).Should().Equal(231, 224, 219, 207, 198, 190, 181, 172, 160, 144, 143, 97);
        Told.Poll.Adopted.Should().Equal("p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10");
        Told.Poll.Explanation[0].Should().Be("表决票在全体会议上投下。");
        Told.Poll.Explanation.Should().Contain("“农贸市场改造”：赞成 144 票，达到所需的 144 票，超过全体代表 287 名的半数。");
        Told.Poll.Explanation.Should().Contain(line => line.StartsWith("“体育公园建设”：赞成 143 票，比所需的 144 票少 1 票", StringComparison.Ordinal));
        Told.Poll.ExplanationInEnglish.Should().Contain(line => line.Contains("143 for, 1 short of the 144 required", StringComparison.Ordinal));
    }

    [Fact]
    public void Step_5_A_ballot_sent_again_is_answered_as_the_first_time_and_any_other_is_refused()
    {
        Told.Poll.SentAgain.Should().Be(200);
        Told.Poll.Second.Should().Be("ballot.already-cast");
        Told.Poll.Absent.Should().Be("ballot.not-signed-in");
        Told.Poll.Late.Should().Be("poll.not-open");
        Told.Poll.Notice.Should().Be("綦江区人大公告〔2027〕1号");
    }
}
