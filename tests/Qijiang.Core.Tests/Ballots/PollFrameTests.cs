using FluentAssertions;
using Qijiang.Core.Ballots;
using Qijiang.Core.Law;
using Xunit;
using static Qijiang.Core.Tests.Ballots.SampleFrames;

namespace Qijiang.Core.Tests.Ballots;

public sealed class PollFrameTests
{
    private static readonly PollFrame _frame = Frame(Rules(seats: 1, capped: true), ["a", "b"]);

    public static TheoryData<string, PollFrame> Changes => new()
    {
        { "congress", _frame with { Congress = new("wansheng") } },
        { "poll", _frame with { Poll = new("poll-2028") } },
        { "scheme", _frame with { Scheme = "test-2" } },
        { "candidates", _frame with { Candidates = ["b", "a"] } },
        { "contests", _frame with { Contests = [_frame.Contests[1], _frame.Contests[0]] } },
        { "options", _frame with { Contests = [_frame.Contests[0] with { OptionIds = ["against", "for", "abstain"] }, _frame.Contests[1]] } },
        { "maximum", _frame with { Contests = [_frame.Contests[0] with { Max = 2 }, _frame.Contests[1]] } },
        { "limits", _frame with { Limits = [] } },
        { "deputies", _frame with { AllDeputies = 286 } },
        { "roll", _frame with { RollHash = RollHash.Of([new("r1")]) } },
        { "key", _frame with { SchemeData = "a2V6" } },
        { "seats", _frame with { Rules = Rules(seats: 2, capped: true) } },
        { "ties", _frame with { Rules = Rules(seats: 1, capped: true, ties: TiePolicy.AdoptAll) } },
        { "quorum", _frame with { Rules = _frame.Rules with { Quorum = _frame.Rules.Quorum with { Value = new Share(2, 3, Inclusive: false) } } } },
        { "article", _frame with { Rules = _frame.Rules with { Majority = _frame.Rules.Majority with { Source = new("组织法-2022", "26") } } } },
        { "version", _frame with { Rules = _frame.Rules with { Ties = _frame.Rules.Ties with { Ref = Ref("LIV-19") with { From = new(2022, 3, 12) } } } } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_is_changed_breaks_the_hash(string what, PollFrame changed) =>
        changed.IsIntact().Should().BeFalse("{0} is under the hash", what);

    // Computed apart from this code, from the form that PollFrameHash documents.
    [Fact]
    public void The_hash_is_the_same_for_ever() =>
        _frame.Hash.Should().Be("sha-256:fcb844d92a4a70e38a7b1d833267a543280c8a753ad9e6eb8798da6e3bd5925f");

    [Fact]
    public void The_order_in_which_rights_are_listed_does_not_matter() =>
        RollHash.Of([new("b"), new("a")]).Should().Be(RollHash.Of([new("a"), new("b")]));

    [Fact]
    public void Two_rolls_have_two_hashes() =>
        RollHash.Of([new("ab"), new("c")]).Should().NotBe(RollHash.Of([new("a"), new("bc")]));
}
