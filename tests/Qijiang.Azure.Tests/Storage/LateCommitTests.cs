using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>A commit must be over long before anybody gives it up.</summary>
public sealed class LateCommitTests
{
    private const string P = "qj!2026";
    private readonly string table = "t" + RandomNames.Next();
    private readonly string queue = "q-" + RandomNames.Next();

    [Fact]
    public async Task More_than_a_minute_after_its_message_nothing_is_committed()
    {
        var (rows, commit) = await Writer(sendTakes: TimeSpan.FromSeconds(61));

        await commit.Should().ThrowAsync<TimeoutException>();
        (await rows.GetAsync(table, P, "v1", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Within_a_minute_it_is()
    {
        var (_, commit) = await Writer(sendTakes: TimeSpan.FromSeconds(59));

        (await commit()).Should().BeOfType<CommitResult.Committed>();
    }

    private async Task<(IRowStore Rows, Func<Task<CommitResult>> Commit)> Writer(TimeSpan sendTakes)
    {
        var time = new FakeTimeProvider();
        var slow = new Disturbance
        {
            After = call =>
            {
                if (call.Service == "queue" && call.Method == "POST")
                    time.Advance(sendTakes);
                return Task.CompletedTask;
            },
        };
        var engine = await Emulated.Engine(slow.Install, time);
        slow.Active = true;
        return (engine.Rows, () => engine.Rows.CommitAsync(
            table, P, [new Change.Insert("v1", new byte[] { 1 })], [new Message(queue, "m", new byte[] { 1 })], CancellationToken.None));
    }
}
