using FluentAssertions;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;
using Xunit;
using static Qijiang.Core.LivelihoodProjects.PollCommand;
using static Qijiang.Core.LivelihoodProjects.PollEvent;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.LivelihoodProjects;

public sealed class PollDeciderTests
{
    private static readonly PollEvent[] _prepared = [new Prepared(Paper)];
    private static readonly PollEvent[] _confirmed = [.. _prepared, new RulesConfirmed(Adopted, Measure)];
    private static readonly PollEvent[] _rolled = [.. _confirmed, new RollFixed(Roll)];

    [Fact]
    public void A_poll_is_prepared_with_what_deputies_must_know() =>
        Accepted([], Preparing(Paper)).Should().Equal(new Prepared(Paper));

    [Fact]
    public void It_can_be_prepared_anew_until_the_session_adopts_its_rules()
    {
        var other = Paper with { Title = new("改名") };

        Accepted(_prepared, Preparing(other)).Should().Equal(new Prepared(other));
        Refused(_confirmed, Preparing(other)).Should().BeOfType<RulesAlreadyConfirmed>();
        Accepted(_confirmed, Preparing(Paper)).Should().BeEmpty();
    }

    [Fact]
    public void A_project_without_its_location_is_not_put_to_the_vote() =>
        Refused([], Preparing(Paper with { Candidates = [Project("housing") with { Location = new("") }, Project("water")] })).Should().BeOfType<ProjectIncomplete>();

    [Fact]
    public void As_many_candidates_as_seats_are_too_few_for_a_competitive_vote() =>
        Refused([], Preparing(Paper with { Terms = new(Seats: 2) })).Rule!.Id.Should().Be("LIV-10");

    [Fact]
    public void A_whole_list_needs_no_more_candidates_than_seats() =>
        Accepted([], Preparing(Paper with { Terms = new(Seats: 2, BallotStyle.WholeListYesNoAbstain) })).Should().ContainSingle();

    [Fact]
    public void The_same_project_twice_is_refused() =>
        Refused([], Preparing(Paper with { Candidates = [Project("water"), Project("water"), Project("housing")] })).Should().BeOfType<PaperIncomplete>();

    [Fact]
    public void The_chief_scrutineer_is_one_of_the_scrutineers() =>
        Refused([], Preparing(Paper with { ChiefScrutineer = Li })).Should().BeOfType<ScrutineersMissing>();

    [Fact]
    public void Only_the_congress_in_session_adopts_the_rules() =>
        Refused(_prepared, Confirming(ByPresidium)).Should().BeOfType<NotTheSessionsDecision>();

    [Fact]
    public void The_rules_are_adopted_each_with_its_article_or_the_sessions_measure()
    {
        var confirmed = Accepted(_prepared, Confirming(Measure)).Should().ContainSingle().Subject.Should().BeOfType<RulesConfirmed>().Subject;

        confirmed.Rules.Quorum.Ref.Id.Should().Be("CONG-02");
        confirmed.Rules.Quorum.Source.Law.Should().Be("组织法-2022");
        confirmed.Rules.Seats.Should().Be(new Core.Law.Rule<int>(new("LIV-10", "session", Day), new("綦人发〔2027〕1号", null), 1));
        Accepted(_confirmed, Confirming(Measure)).Should().BeEmpty();
    }

    [Fact]
    public void A_suspended_deputy_has_no_vote_and_counts_among_all_deputies()
    {
        PollEvent[] withSuspended = [.. _confirmed, new RollFixed(new(Voters, Suspended: 3)), .. Signed(Li, Wang, Zhao)];

        Refused(withSuspended, Opening()).Should().BeEquivalentTo(new { Present = 3, Needed = 4 });
    }

    [Fact]
    public void Where_the_session_says_so_the_suspended_do_not_count()
    {
        var paper = Paper with { Terms = Paper.Terms with { Base = AllDeputiesBase.InOfficeSuspendedExcluded } };
        PollEvent[] history =
            [new Prepared(paper), new RulesConfirmed(Rules.Adopt(paper.Terms, Measure), Measure), new RollFixed(new(Voters, Suspended: 3)), .. Signed(Li, Wang)];

        Accepted(history, Opening()).Should().ContainSingle().Which.Should().BeOfType<Opened>().Which.Frame.AllDeputies.Should().Be(3);
    }

    [Fact]
    public void The_roll_lists_everyone_once_and_does_not_leave_out_who_has_signed_in()
    {
        Accepted(_confirmed, Fixing([Zhao, Li, Wang])).Should().Equal(new RollFixed(Roll));
        Accepted(_rolled, Fixing([Wang, Zhao, Li])).Should().BeEmpty("it is the same roll");
        Refused(_confirmed, Fixing([Li, Li])).Should().BeOfType<RollMalformed>();
        Refused([.. _rolled, new DeputySignedIn(Li)], Fixing([Wang, Zhao])).Should().BeOfType<RollLeavesOutPresent>();
    }

    [Fact]
    public void Who_is_not_on_the_roll_does_not_sign_in()
    {
        Refused(_rolled, SigningIn(new("visitor"))).Should().BeOfType<NotOnRoll>();
        Refused(_confirmed, SigningIn(Li)).Should().BeOfType<RollNotFixed>();
    }

    [Fact]
    public void A_deputy_signs_in_once_also_while_the_poll_is_open_and_not_after()
    {
        Accepted(_rolled, SigningIn(Li)).Should().Equal(new DeputySignedIn(Li));
        Accepted([.. _rolled, new DeputySignedIn(Li)], SigningIn(Li)).Should().BeEmpty();
        Accepted(UntilOpen, SigningIn(Zhao)).Should().Equal(new DeputySignedIn(Zhao));
        Refused(UntilClosed, SigningIn(Zhao)).Should().BeOfType<OutOfTurn>();
    }

    [Fact]
    public void One_of_three_is_no_quorum_and_two_are()
    {
        var refusal = Refused([.. _rolled, .. Signed(Li)], Opening()).Should().BeOfType<QuorumNotReached>().Subject;

        refusal.Should().BeEquivalentTo(new { Code = "poll.quorum-not-reached", Present = 1, Needed = 2 });
        refusal.Rule!.Id.Should().Be("CONG-02");
        Accepted([.. _rolled, .. Signed(Li, Wang)], Opening()).Should().Equal(new Opened(Frame, 2));
    }

    [Fact]
    public void It_does_not_open_before_the_session_has_adopted_its_rules() =>
        Refused([.. _prepared, new RollFixed(Roll), .. Signed(Li, Wang)], Opening()).Should().BeOfType<RulesNotConfirmed>();

    [Fact]
    public void It_does_not_open_with_ballots_made_for_another_roll() =>
        Refused([.. _rolled, .. Signed(Li, Wang)], Opening(Material with { Places = 2 })).Should().BeOfType<BallotsNotReady>();

    [Fact]
    public void Opening_again_with_the_same_ballots_adds_nothing()
    {
        Accepted(UntilOpen, Opening()).Should().BeEmpty();
        Refused(UntilOpen, Opening(Material with { SchemeData = "b3RoZXI=" })).Should().BeOfType<OutOfTurn>();
    }

    [Fact]
    public void Closing_says_how_many_ballots_were_given_out()
    {
        Accepted(UntilOpen, Closing()).Should().Equal(new PollEvent.Closed(2));
        Accepted(UntilClosed, Closing()).Should().BeEmpty();
    }

    [Fact]
    public void A_tally_is_recorded_with_its_outcome_by_Qijiang_alone()
    {
        var recorded = Accepted(UntilClosed, Tally(Two(2, 1))).Should().ContainSingle().Which.Should().BeOfType<TallyRecorded>().Subject;

        recorded.Seal.Should().Be(SealOf(2));
        recorded.Outcome.Turnout.Should().Be(new Turnout(AllDeputies: 3, Present: 2, Issued: 2, Collected: 2));
        recorded.Outcome.Adopted.Select(c => (c.Candidate, c.For)).Should().Equal(("housing", 2));
        Refused(UntilClosed, Tally(Two(2, 1)) with { By = Secretariat }).Should().BeOfType<NotByHand>();
    }

    [Fact]
    public void There_is_no_second_tally()
    {
        var tallied = Tallied(Two(2, 1));

        Accepted(tallied, Tally(Two(2, 1))).Should().BeEmpty("the same again is the queue's doing");
        Refused(tallied, Tally(Two(1, 2))).Should().BeOfType<AlreadyTallied>();
        Refused(UntilOpen, Tally(Two(1, 2))).Should().BeOfType<OutOfTurn>();
    }

    [Fact]
    public void Counts_that_do_not_fit_the_roll_are_not_recorded() =>
        Refused(UntilClosed, Tally(Two(2, 1)) with { Seal = new("sha-256:root", 2, 0, 2) }).Should().BeOfType<CountsDisagree>();

    [Fact]
    public void More_ballots_than_were_given_out_void_the_poll_at_once()
    {
        var events = Accepted(UntilClosed, Tally(new(3, 0, [[3, 0, 0], [3, 0, 0]])));

        events.Should().HaveCount(2);
        events[1].Should().Be(new DeclaredVoid(VoidGround.OverCollected, null, null));
        After([.. UntilClosed, .. events]).Should().Be(new Poll.Voided(Paper, VoidGround.OverCollected));
        Accepted([.. UntilClosed, .. events], Tally(new(3, 0, [[3, 0, 0], [3, 0, 0]]))).Should().BeEmpty();
    }

    [Fact]
    public void The_result_is_announced_at_the_sitting_and_then_by_a_notice_with_a_number()
    {
        var tallied = Tallied(Two(2, 1));
        PollEvent[] announced = [.. tallied, new ResultAnnounced(Announcement.AtTheSitting, null)];

        Refused(UntilClosed, Announcing()).Should().BeOfType<OutOfTurn>();
        Refused(tallied, Publishing("綦人公告〔2027〕2号")).Should().BeOfType<NoticeIncomplete>();
        Accepted(tallied, Announcing()).Should().Equal(new ResultAnnounced(Announcement.AtTheSitting, null));
        Accepted(announced, Announcing()).Should().BeEmpty();
        Refused(announced, Publishing(null)).Should().BeOfType<NoticeIncomplete>();
        Accepted(announced, Publishing("綦人公告〔2027〕2号")).Should().Equal(new ResultAnnounced(Announcement.PublicNotice, "綦人公告〔2027〕2号"));
    }

    [Fact]
    public void A_poll_is_declared_void_with_a_reason_until_its_result_is_announced()
    {
        var tallied = Tallied(Two(2, 1));

        Accepted(UntilOpen, Voiding("断电")).Should().Equal(new DeclaredVoid(VoidGround.Declared, new("断电"), ByPresidium));
        Accepted(tallied, Voiding("清点有误")).Should().ContainSingle();
        Refused(UntilOpen, Voiding("")).Should().BeOfType<ReasonMissing>();
        Refused([.. tallied, new ResultAnnounced(Announcement.AtTheSitting, null)], Voiding("清点有误")).Should().BeOfType<AlreadyAnnounced>();
        Refused([.. UntilOpen, new DeclaredVoid(VoidGround.Declared, new("断电"), ByPresidium)], Closing()).Should().BeOfType<OutOfTurn>();
    }

    [Fact]
    public void A_tie_leads_to_a_re_vote_on_the_tied_alone_under_the_same_measure()
    {
        var first = (Poll.Tallied)After(Tallied(Two(2, 2)));
        var again = new PrepareReVote(new("poll-2027-2"), first) { By = Secretariat, OccurredOn = Day };

        var events = Accepted([], again);

        var paper = events[0].Should().BeOfType<Prepared>().Which.Paper;
        paper.Candidates.Select(c => c.Id.Value).Should().Equal("housing", "water");
        paper.ReVoteOf.Should().Be(new PollId("poll-2027"));
        var rules = events[1].Should().BeOfType<RulesConfirmed>().Which.Rules;
        rules.Threshold.Should().Be(new Core.Law.Rule<Threshold>(Adopted.Ties.Ref, Adopted.Ties.Source, Threshold.HighestWins));
        rules.Seats.Value.Should().Be(1);
        Accepted(events, again).Should().BeEmpty();
    }

    [Fact]
    public void Without_a_tie_there_is_no_re_vote() =>
        Refused([], new PrepareReVote(new("poll-2027-2"), (Poll.Tallied)After(Tallied(Two(2, 1)))) { By = Secretariat, OccurredOn = Day }).Should().BeOfType<NoTie>();

    private static IEnumerable<PollEvent> Signed(params PersonId[] deputies) => deputies.Select(deputy => new DeputySignedIn(deputy));

    private static PollEvent[] Tallied(TallyCounts counts) => [.. UntilClosed, .. Accepted(UntilClosed, Tally(counts))];

    private static IReadOnlyList<PollEvent> Accepted(IEnumerable<PollEvent> given, PollCommand command) =>
        PollDecider.Decide(command, After(given), Rules).Should().BeOfType<Outcome<PollEvent>.Accepted>().Subject.Events;

    private static Refusal Refused(IEnumerable<PollEvent> given, PollCommand command) =>
        PollDecider.Decide(command, After(given), Rules).Should().BeOfType<Outcome<PollEvent>.Refused>().Subject.Refusal;
}
