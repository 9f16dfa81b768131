using System.Collections.Concurrent;
using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Core.Ballots;
using Xunit;

namespace Qijiang.Storage.Contracts.Ballots;

/// <summary>Races.</summary>
public abstract partial class BallotBoxContract
{
    [Fact]
    public async Task Of_a_hundred_parallel_casts_on_one_right_one_is_recorded()
    {
        var (frame, roll) = await OpenBox(3);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Cast(frame, roll[0], $"k{i}", Ballot((byte)i)))));

        outcomes.Count(outcome => outcome is CastOutcome.Recorded { Repeat: false }).Should().Be(1);
        outcomes.Count(outcome => outcome is CastOutcome.AlreadyCast).Should().Be(99);
        var winner = Array.FindIndex(outcomes, outcome => outcome is CastOutcome.Recorded);
        (await Read(frame, await Seal(frame))).Single().Ballot.Payload.ToArray().Should().Equal((byte)winner);
    }

    [Fact]
    public async Task Of_a_hundred_parallel_retries_of_one_attempt_all_are_answered_alike()
    {
        var (frame, roll) = await OpenBox(3);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Cast(frame, roll[0], "k", Ballot((byte)i)))));

        outcomes.Should().AllBeOfType<CastOutcome.Recorded>();
        (await Read(frame, await Seal(frame))).Should().ContainSingle();
    }

    [Fact]
    public async Task A_cast_that_races_with_the_sealing_is_in_the_seal_or_refused_and_never_lost()
    {
        var (frame, roll) = await OpenBox(200);
        var outcomes = new ConcurrentDictionary<VotingRight, CastOutcome>();
        using var halfWay = new SemaphoreSlim(0);

        var casting = Parallel.ForEachAsync(roll, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (right, _) =>
        {
            outcomes[right] = await Cast(frame, right, "k", Ballot(1));
            if (outcomes.Count == 60) halfWay.Release();
        });
        await halfWay.WaitAsync();
        var seals = await Task.WhenAll(Seal(frame), Seal(frame));
        await casting;

        seals[1].Should().Be(seals[0], "whoever seals, there is one seal");
        var counted = await Read(frame, seals[0]);
        var recorded = outcomes.Where(o => o.Value is CastOutcome.Recorded).Select(o => o.Key).ToList();
        counted.Select(ballot => ballot.Right!.Value).Should().BeEquivalentTo(recorded);
        outcomes.Values.Where(o => o is not CastOutcome.Recorded).Should().AllBeEquivalentTo(new CastOutcome.Refused(new BoxSealed()));
        seals[0].Should().BeEquivalentTo(new { Cast = recorded.Count, Withdrawn = 0, Unused = 200 - recorded.Count });
        (await Seal(frame)).Should().Be(seals[0]);
    }

    [Fact]
    public async Task Withdrawing_and_casting_exclude_each_other()
    {
        var (frame, roll) = await OpenBox(60);

        var both = await Task.WhenAll(roll.Select(async right =>
        {
            var cast = Task.Run(() => Cast(frame, right, "k", Ballot(1)));
            var withdrawn = Task.Run(() => Withdraw(frame, right));
            return (Cast: await cast, Withdrawn: await withdrawn);
        }));

        both.Should().OnlyContain(race => race.Cast is CastOutcome.Recorded
            ? race.Withdrawn is BallotAlreadyCast
            : race.Withdrawn == null && race.Cast == new CastOutcome.Refused(new RightWithdrawn()));
        (await Seal(frame)).Should().BeEquivalentTo(new
        {
            Cast = both.Count(race => race.Cast is CastOutcome.Recorded),
            Withdrawn = both.Count(race => race.Withdrawn is null),
            Unused = 0,
        });
    }

    [Fact]
    public async Task While_a_whole_congress_votes_participation_never_goes_down()
    {
        var (frame, roll) = await OpenBox(120);
        var casting = Parallel.ForEachAsync(roll, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (right, _) => await Cast(frame, right, "k", Ballot(1)));

        var seen = new List<int>();
        while (!casting.IsCompleted) seen.Add((await Box.ParticipationAsync(frame, CancellationToken.None)).Cast);
        await casting;

        seen.Should().BeInAscendingOrder();
        (await Box.ParticipationAsync(frame, CancellationToken.None)).Cast.Should().Be(120);
    }
}
