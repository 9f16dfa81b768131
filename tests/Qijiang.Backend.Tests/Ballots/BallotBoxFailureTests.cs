using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Core.Ballots;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Ballots;
using Qijiang.Storage.Contracts.Faults;
using Xunit;

namespace Qijiang.Backend.Tests.Ballots;

/// <summary>A process that dies between any two row operations. What the box makes of it does not depend on the engine, so that memory is enough.</summary>
public sealed class BallotBoxFailureTests
{
    [Fact]
    public async Task Whatever_fails_between_two_row_operations_trying_again_ends_in_the_same_box()
    {
        for (var at = 1; ; at++)
        {
            var before = await DisturbedAsync(at, answerLost: false);
            var after = await DisturbedAsync(at, answerLost: true);
            if (!before && !after)
            {
                at.Should().BeGreaterThan(20, "every operation of the course has failed once");
                return;
            }
        }
    }

    /// <summary>A whole course that fails at one operation, with every step tried again as its caller would; false where it was over before.</summary>
    private static async Task<bool> DisturbedAsync(int at, bool answerLost)
    {
        var roll = BallotFrames.Roll(5);
        var frame = BallotFrames.Of(roll);
        var faults = FaultPlan.At(at, answerLost ? FaultKind.AnswerLost : FaultKind.Before);
        var box = new BallotBox(new FaultyRowStore(new InMemoryRowStore(), faults));

        await AgainAsync(async () => { await box.OpenAsync(frame, roll, CancellationToken.None); return true; });
        for (var i = 0; i < 3; i++)
        {
            var right = roll[i];
            var outcome = await AgainAsync(() => box.CastAsync(frame, right, "k", new("test-1", new[] { (byte)(i + 1) }), CancellationToken.None));
            outcome.Should().BeOfType<CastOutcome.Recorded>();
        }
        (await AgainAsync(() => box.WithdrawAsync(frame, roll[3], Withdrawal.RightVoid, CancellationToken.None))).Should().BeNull();
        var seal = await AgainAsync(() => box.SealAsync(frame, CancellationToken.None));
        var ballots = await AgainAsync(() => box.ReadAsync(frame, seal, CancellationToken.None).ToListAsync().AsTask());

        seal.Should().BeEquivalentTo(new { Cast = 3, Withdrawn = 1, Unused = 1 });
        ballots.ToDictionary(ballot => ballot.Right!.Value, ballot => ballot.Ballot.Payload.Span[0])
            .Should().BeEquivalentTo(new Dictionary<VotingRight, byte> { [roll[0]] = 1, [roll[1]] = 2, [roll[2]] = 3 });
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
