using System.Text.Json;
using FluentAssertions;
using Qijiang.Backend.LivelihoodProjects;
using Qijiang.Core.Ballots;
using Qijiang.Core.LivelihoodProjects;
using Xunit;
using static Qijiang.Backend.Tests.Ballots.BallotHouse;
using static Qijiang.Core.LivelihoodProjects.PollEvent;

namespace Qijiang.Backend.Tests.Ballots;

/// <summary>What is stored of a poll reads back as it was, and says what anyone needs to count again.</summary>
public sealed class PollEventFormatTests
{
    private static readonly PollFrame _frame = FrameOf(new("sealed-1", 5, RollHash.Of([new("r1")]), "a2V5"));
    private static readonly TallyCounts _counts = new(4, 0, [[3, 0, 0], [1, 1, 0]]);

    public static TheoryData<PollEvent> Events =>
    [
        new Prepared(Paper),
        new RulesConfirmed(Rules, Measure),
        new RollFixed(new(Deputies, 1)),
        new DeputySignedIn(Deputies[0]),
        new Opened(_frame, 5),
        new Closed(5),
        new TallyRecorded(new("sha-256:root", 4, 0, 1), _counts, PollCount.Of(_frame, new(5, 5, 5, 4), _counts)),
        new ResultAnnounced(Announcement.PublicNotice, "綦人公告〔2027〕2号"),
        new DeclaredVoid(VoidGround.Declared, new("断电"), Measure),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_reads_back_as_it_was(PollEvent happened)
    {
        var json = Write(happened);

        Read(json).Should().Be(happened);
    }

    [Fact]
    public void The_stored_outcome_gives_the_frozen_frame_and_the_counts_from_which_it_follows()
    {
        var opened = Read(Write(new Opened(_frame, 5))).Should().BeOfType<Opened>().Subject;

        opened.Frame.IsIntact().Should().BeTrue();
        PollCount.Of(opened.Frame, new(5, 5, 5, 4), _counts).Candidates[0].Standing.Should().Be(Standing.Adopted);
    }

    [Fact]
    public void A_sign_in_says_who_and_nothing_else() =>
        Write(new DeputySignedIn(Deputies[0])).Should().Be("""{"type":"poll.deputy-signed-in.v1","deputy":"deputy-li"}""");

    [Fact]
    public void A_tally_is_stored_in_this_form() =>
        Write(new TallyRecorded(new("sha-256:root", 4, 0, 1), _counts, PollCount.Of(_frame, new(5, 5, 5, 4), _counts) with { Lines = [new("quorum", [5, 5, 4], new("CONG-02", "national", new(2022, 3, 11)))] }))
            .Should().Be(
                """{"type":"poll.tally-recorded.v1","seal":{"root":"sha-256:root","cast":4,"withdrawn":0,"unused":1},"""
                + """ "counts":{"ballots":4,"void":0,"votes":[[3,0,0],[1,1,0]]},"outcome":{"verdict":"Valid","turnout":{"allDeputies":5,"present":5,"issued":5,"collected":4},""".TrimStart()
                + """ "quorumNeeded":4,"votesNeeded":3,"seats":1,"candidates":[{"candidate":"housing","for":3,"against":0,"abstained":1,"rank":1,"standing":"Adopted"},""".TrimStart()
                + """{"candidate":"water","for":1,"against":1,"abstained":2,"standing":"BelowMajority"}],"""
                + """ "lines":[{"code":"quorum","numbers":[5,5,4],"rule":{"id":"CONG-02","set":"national","from":"2022-03-11"}}]}}""".TrimStart());

    private static string Write(PollEvent happened) => JsonSerializer.Serialize(happened, PollJson.Polls.Format);

    private static PollEvent? Read(string json) => JsonSerializer.Deserialize(json, PollJson.Polls.Format);
}
