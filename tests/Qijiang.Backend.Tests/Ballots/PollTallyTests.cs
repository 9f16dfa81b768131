using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Core.Ballots;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Faults;
using Xunit;
using static Qijiang.Backend.Tests.Ballots.BallotHouse;

namespace Qijiang.Backend.Tests.Ballots;

public sealed class PollTallyTests
{
    [Fact]
    public async Task A_poll_is_cast_sealed_and_counted()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"));
        await house.CastAsync(frame, Deputies[1], For("housing", "water"));
        await house.CastAsync(frame, Deputies[2], For("housing"));
        await house.CastAsync(frame, Deputies[3], new([new("water", [BallotLayout.Against])]));

        var counted = (await house.TallyAsync(frame)).Should().BeOfType<TallyRun.Counted>().Subject;

        counted.Seal.Should().BeEquivalentTo(new { Cast = 4, Withdrawn = 0, Unused = 1 });
        counted.Counts.Should().Be(new TallyCounts(4, 0, [[3, 0, 0], [1, 1, 0]]));
        counted.Outcome.Turnout.Should().Be(new Turnout(AllDeputies: 5, Present: 5, Issued: 5, Collected: 4));
        counted.Outcome.Candidates.Should().Equal(
            new CandidateResult("housing", 3, 0, 1, 1, Standing.Adopted),
            new CandidateResult("water", 1, 1, 2, null, Standing.BelowMajority));
    }

    [Fact]
    public async Task Run_again_it_gives_the_same_also_after_the_keys_are_gone()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"));

        var first = (TallyRun.Counted)await house.TallyAsync(frame);
        var second = (TallyRun.Counted)await house.TallyAsync(frame);
        await house.Tally.DestroyKeysAsync(Congress, Poll, CancellationToken.None);
        await house.Tally.DestroyKeysAsync(Congress, Poll, CancellationToken.None);
        var third = (TallyRun.Counted)await house.TallyAsync(frame);

        (second.Seal, second.Counts, second.Outcome).Should().Be((first.Seal, first.Counts, first.Outcome));
        (third.Seal, third.Counts, third.Outcome).Should().Be((first.Seal, first.Counts, first.Outcome));
    }

    [Fact]
    [Trait("rule", "ARC-07")]
    public async Task Once_the_keys_are_destroyed_no_link_and_no_ballot_can_be_opened_and_none_is_made_anew()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"));
        await house.TallyAsync(frame);

        await house.Tally.DestroyKeysAsync(Congress, Poll, CancellationToken.None);

        (await house.Keys.FindAsync(Congress, Poll, PollKey.Box, CancellationToken.None)).Should().BeNull();
        (await house.Keys.FindAsync(Congress, Poll, PollKey.Links, CancellationToken.None)).Should().BeNull();
        (await house.Rights.RightOfAsync(Congress, Poll, Deputies[0], Deputies, CancellationToken.None)).Should().BeNull();
        var again = () => house.Opening.PrepareAsync(Congress, Poll, Deputies, CancellationToken.None);
        await again.Should().ThrowAsync<KeyGoneException>();
    }

    [Fact]
    [Trait("rule", "ARC-06")]
    public async Task The_opened_ballots_are_kept_for_a_recount_until_their_own_key_is_destroyed()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"));
        await house.TallyAsync(frame);
        await house.Tally.DestroyKeysAsync(Congress, Poll, CancellationToken.None);

        (await house.Recounts.CountAgainAsync(frame, CancellationToken.None)).Should().Be(new TallyCounts(1, 0, [[1, 0, 0], [0, 0, 0]]));
        await house.Recounts.DestroyAsync(Congress, Poll, CancellationToken.None);
        (await house.Recounts.CountAgainAsync(frame, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Where_the_key_is_lost_before_the_count_the_poll_has_to_be_void()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"));
        await house.Keys.DestroyAsync(Congress, Poll, PollKey.Box, CancellationToken.None);

        (await house.TallyAsync(frame)).Should().Be(new TallyRun.Failed(new KeyLost()));
    }

    [Fact]
    public async Task Where_the_root_key_is_destroyed_nothing_can_be_counted_any_more()
    {
        var port = new InMemoryKeyPort();
        var house = new BallotHouse(new InMemoryRowStore(), new InMemoryRowStore(), port);
        var frame = await house.OpenAsync();
        await port.DestroyAsync(PollKeys.RootKey, CancellationToken.None);

        (await house.TallyAsync(frame)).Should().Be(new TallyRun.Failed(new KeyLost()));
    }

    [Fact]
    public async Task A_poll_in_which_nobody_votes_is_counted_too()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();

        var counted = (TallyRun.Counted)await house.TallyAsync(frame);

        counted.Counts.Should().Be(new TallyCounts(0, 0, [[0, 0, 0], [0, 0, 0]]));
        counted.Outcome.FollowUp.Should().Be(new FollowUp(FollowUpKind.SeatsEmpty, ["housing", "water"], 1));
    }

    [Fact]
    public async Task Who_has_not_signed_in_gets_no_right()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();

        (await house.Voting.CastAsync(frame, Deputies[0], [Deputies[1]], "k", For("housing"), CancellationToken.None))
            .Should().Be(new CastOutcome.Refused(new NotSignedIn()));
        (await house.CastAsync(frame, new("visitor"), For("housing"))).Should().Be(new CastOutcome.Refused(new NotSignedIn()));
        (await house.Tally.RunAsync(frame, 1, 1, CancellationToken.None)).Should().BeOfType<TallyRun.Counted>().Which.Seal.Cast.Should().Be(0);
    }

    [Fact]
    public async Task A_refused_choice_leaves_the_right_unused()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();

        (await house.CastAsync(frame, Deputies[0], For("other"))).Should().Be(new CastOutcome.Refused(new UnknownContest()));
        (await house.CastAsync(frame, Deputies[0], For("water"))).Should().Be(new CastOutcome.Recorded(Repeat: false));
        (await house.CastAsync(frame, Deputies[0], For("water"))).Should().Be(new CastOutcome.Recorded(Repeat: true), "the same attempt again");
        (await house.CastAsync(frame, Deputies[0], For("housing"), "k2")).Should().Be(new CastOutcome.AlreadyCast());
    }

    [Fact]
    public async Task Paper_is_issued_after_the_right_was_withdrawn()
    {
        var house = InMemory();
        var frame = await house.OpenAsync();

        (await house.Voting.WithdrawAsync(frame, Deputies[0], Deputies, Withdrawal.PaperIssued, CancellationToken.None)).Should().BeNull();
        (await house.CastAsync(frame, Deputies[0], For("water"))).Should().Be(new CastOutcome.Refused(new RightWithdrawn()));
        (await house.Voting.WithdrawAsync(frame, Deputies[0], [], Withdrawal.PaperIssued, CancellationToken.None)).Should().BeOfType<NotSignedIn>();
    }

    [Fact]
    public async Task Whatever_fails_between_two_row_operations_trying_again_ends_in_the_same_result()
    {
        for (var at = 1; ; at++)
        {
            var failed = false;
            foreach (var answerLost in new[] { false, true })
            {
                failed |= await DisturbedAsync(at, answerLost, keysFail: false);
                failed |= await DisturbedAsync(at, answerLost, keysFail: true);
            }
            if (failed) continue;
            at.Should().BeGreaterThan(30, "every operation of the course has failed once");
            return;
        }
    }

    private static async Task<bool> DisturbedAsync(int at, bool answerLost, bool keysFail)
    {
        var (rows, keyRows) = (new InMemoryRowStore(), new InMemoryRowStore());
        var faults = FaultPlan.At(at, answerLost ? FaultKind.AnswerLost : FaultKind.Before);
        var disturbed = new FaultyRowStore(keysFail ? keyRows : rows, faults);
        var house = keysFail ? new BallotHouse(rows, disturbed, new InMemoryKeyPort()) : new BallotHouse(disturbed, keyRows, new InMemoryKeyPort());

        var frame = FrameOf(await AgainAsync(() => house.Opening.PrepareAsync(Congress, Poll, Deputies, CancellationToken.None)));
        await AgainAsync(async () => { await house.Opening.OpenAsync(frame, Deputies, CancellationToken.None); return true; });
        (await AgainAsync(() => house.CastAsync(frame, Deputies[0], For("housing")))).Should().BeOfType<CastOutcome.Recorded>();
        (await AgainAsync(() => house.CastAsync(frame, Deputies[1], For("housing", "water")))).Should().BeOfType<CastOutcome.Recorded>();
        var counted = (TallyRun.Counted)await AgainAsync(() => house.TallyAsync(frame));
        await AgainAsync(async () => { await house.Tally.DestroyKeysAsync(Congress, Poll, CancellationToken.None); return true; });
        var recount = await AgainAsync(() => house.Recounts.CountAgainAsync(frame, CancellationToken.None));

        counted.Counts.Should().Be(new TallyCounts(2, 0, [[2, 0, 0], [1, 0, 0]]));
        recount.Should().Be(counted.Counts);
        return faults.HasHappened;
    }

    private static async Task<T> AgainAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (IOException)
        {
            return await step();
        }
    }
}
