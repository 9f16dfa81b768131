using System.Collections;
using System.Globalization;
using System.Resources;
using FluentAssertions;
using Qijiang.Core.Ballots;
using Xunit;
using static Qijiang.Core.Tests.Ballots.SampleFrames;

namespace Qijiang.Core.Tests.Ballots;

public sealed class OutcomeTextsTests
{
    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void It_says_why_143_votes_fail_where_144_pass()
    {
        var outcome = Outcome(144, 143);
        var lines = outcome.Lines.Where(line => line.Candidate is not null).ToList();

        lines.Select(line => OutcomeTexts.Of(line, Title, _chinese)).Should().Equal(
            "“老旧小区改造”：赞成 144 票，达到所需的 144 票，超过全体代表 287 名的半数。",
            "“农村饮水安全”：赞成 143 票，比所需的 144 票少 1 票，未超过全体代表 287 名的半数，未通过。所占比例按全体代表计算，不按到会代表或有效票计算。");
        lines.Select(line => OutcomeTexts.Of(line, Title, _english)).Should().Equal(
            "\"老旧小区改造\": 144 for, at least the 144 required, which is more than half of all 287 deputies.",
            "\"农村饮水安全\": 143 for, 1 short of the 144 required, so not more than half of all 287 deputies: not adopted. The share is of all deputies, not of those present or of the valid ballots.");
    }

    [Theory]
    [InlineData(VoteVenue.Plenary, "表决票在全体会议上投下。", "Ballots are cast at the plenary sitting.")]
    [InlineData(VoteVenue.Delegations, "表决票在各代表团会议上投下，集中统一计票。", "Ballots are cast in the delegations and counted together.")]
    public void It_says_where_the_ballots_are_cast(VoteVenue venue, string chinese, string english) =>
        (OutcomeTexts.Of(venue, _chinese), OutcomeTexts.Of(venue, _english)).Should().Be((chinese, english));

    [Fact]
    public void Every_line_of_an_outcome_names_its_rule() =>
        Outcome(144, 143).Lines.Should().OnlyContain(line => line.Rule != null);

    [Fact]
    public void Every_line_has_a_text_in_both_languages()
    {
        var texts = new ResourceManager("Qijiang.Core.Ballots.Outcome", typeof(OutcomeTexts).Assembly);
        var codes = texts.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order().ToList();
        var english = texts.GetResourceSet(_english, true, false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order();

        english.Should().Equal(codes);
        codes.Should().BeEquivalentTo(
            "quorum", "no-quorum", "papers", "over-collected", "majority", "highest-wins", "votes", "passes", "fails", "seats",
            "tie-re-vote", "tie-presidium", "tie-adopt-all", "shortfall-empty", "shortfall-second-vote", "shortfall-presidium", "venue-plenary", "venue-delegations");
    }

    [Fact]
    public void A_text_names_its_numbers_in_both_languages()
    {
        foreach (var line in new OutcomeLine[] { new("quorum", [287, 259, 192]), new("majority", [287, 144]), new("tie-re-vote", [2, 150, 1]), new("papers", [259, 258, 250, 8]) })
            foreach (var culture in new[] { _chinese, _english })
                line.Numbers.Should().OnlyContain(number => OutcomeTexts.Of(line, Title, culture).Contains(number.ToString(culture)));
    }

    private static PollOutcome Outcome(int first, int second)
    {
        var frame = Frame(Rules(seats: 1), ["housing", "water"]);
        return PollCount.Of(frame, new(287, 259, 259, 259), ForEach(frame, 259, 0, first, second));
    }

    private static string Title(string candidate) => candidate == "housing" ? "老旧小区改造" : "农村饮水安全";
}
