using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>Two openings of one file share nothing but the file, as two processes do: a running service and a tool beside it.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly TemporaryDatabase temporary;

    public TwoProcessesTests() => temporary = new TemporaryDatabase(time);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Of_two_processes_that_insert_the_same_rows_each_row_goes_to_one()
    {
        SqliteRowStore[] stores = [new(temporary.Open()), new(temporary.Open())];

        var won = await Task.WhenAll(stores.Select(store => Task.Run(async () =>
        {
            var wins = 0;
            for (var i = 0; i < 100; i++)
                wins += await Insert(store, $"{i:000}") is CommitResult.Committed ? 1 : 0;
            return wins;
        })));

        won.Sum().Should().Be(100);
    }

    [Fact]
    public async Task What_one_process_committed_the_other_reads_at_once()
    {
        SqliteRowStore one = new(temporary.Open()), other = new(temporary.Open());
        (await other.GetAsync("table", "p", "a", CancellationToken.None)).Should().BeNull();

        await Insert(one, "a");

        (await other.GetAsync("table", "p", "a", CancellationToken.None)).Should().NotBeNull();
        (await Insert(other, "a")).Should().Be(new CommitResult.Conflict("a"));
    }

    [Fact]
    public async Task A_message_goes_to_one_process_alone()
    {
        SqliteMessageQueue one = new(temporary.Open()), other = new(temporary.Open());
        await one.SendAsync(new Message("notices", "m", new byte[1]), CancellationToken.None);

        var taken = await Task.WhenAll(new[] { one, other }.Select(queue =>
            Task.Run(() => queue.ReceiveAsync("notices", 1, TimeSpan.FromMinutes(1), CancellationToken.None))));

        taken.SelectMany(messages => messages).Should().ContainSingle();
    }

    [Fact]
    public async Task A_message_of_another_process_is_noticed_after_the_stated_time()
    {
        SqliteMessageQueue sender = new(temporary.Open()), receiver = new(temporary.Open(new SqliteOptions { OtherProcesses = TimeSpan.FromSeconds(5) }));
        var waiting = receiver.WaitAsync("notices", CancellationToken.None);
        await sender.SendAsync(new Message("notices", "m", new byte[1]), CancellationToken.None);
        waiting.IsCompleted.Should().BeFalse("no signal crosses processes");

        time.Advance(TimeSpan.FromSeconds(5));

        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static Task<CommitResult> Insert(SqliteRowStore store, string key) =>
        store.CommitAsync("table", "p", [new Change.Insert(key, new byte[100])], [], CancellationToken.None);
}
