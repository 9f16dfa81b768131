using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>Who waits is woken by what happens, not by a clock: in these tests no time passes but where it is moved.</summary>
public sealed class WakingTests : IDisposable
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider time = new();
    private readonly TemporaryDatabase temporary;
    private readonly SqliteRowStore rows;
    private readonly SqliteMessageQueue queue;

    public WakingTests()
    {
        temporary = new TemporaryDatabase(time);
        var database = temporary.Open();
        rows = new SqliteRowStore(database);
        queue = new SqliteMessageQueue(database);
    }

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_send_wakes()
    {
        var waiting = Wait();

        await Send();

        await waiting.WaitAsync(Hung);
    }

    [Fact]
    public async Task A_commit_with_a_message_wakes()
    {
        var waiting = Wait();

        await rows.CommitAsync("table", "p", [new Change.Insert("a", new byte[1])], [new Message("notices", "m", new byte[1])], CancellationToken.None);

        await waiting.WaitAsync(Hung);
    }

    [Fact]
    public async Task A_release_wakes()
    {
        await Send();
        var message = await Receive();
        var waiting = Wait();

        await queue.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);

        await waiting.WaitAsync(Hung);
    }

    [Fact]
    public async Task Poison_wakes_who_watches_the_poison_queue()
    {
        await Send();
        var message = await Receive();
        var waiting = queue.WaitAsync("notices-poison", CancellationToken.None);

        await queue.PoisonAsync(message, CancellationToken.None);

        await waiting.WaitAsync(Hung);
    }

    [Fact]
    public async Task Who_waits_for_a_delayed_message_sleeps_until_it_is_due()
    {
        await Send(TimeSpan.FromSeconds(2));
        var waiting = Wait();

        time.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(1));
        waiting.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));

        await waiting.WaitAsync(Hung);
    }

    [Fact]
    public async Task A_message_of_another_queue_wakes_nobody()
    {
        var waiting = queue.WaitAsync("others", CancellationToken.None);

        await Send();
        await Send();

        waiting.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Nobody_writes_while_nothing_is_there()
    {
        var database = temporary.Open();
        var idle = new SqliteMessageQueue(database);

        (await idle.ReceiveAsync("notices", 1, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeEmpty();

        database.Transactions.Should().Be(0);
    }

    private Task Wait() => queue.WaitAsync("notices", CancellationToken.None);

    private Task Send(TimeSpan delay = default) => queue.SendAsync(new Message("notices", "m", new byte[1], delay), CancellationToken.None);

    private async Task<ReceivedMessage> Receive() =>
        (await queue.ReceiveAsync("notices", 1, TimeSpan.FromMinutes(1), CancellationToken.None)).Single();
}
