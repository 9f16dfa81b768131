using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>What is left when a process ends, in order or not.</summary>
public sealed class EndOfProcessTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);
    private readonly TemporaryDatabase afterwards = new(TimeProvider.System);

    public void Dispose()
    {
        temporary.Dispose();
        afterwards.Dispose();
    }

    [Fact]
    public async Task Dying_after_the_acknowledgement_loses_nothing()
    {
        var store = new SqliteRowStore(temporary.Open());
        for (var i = 0; i < 20; i++)
            await Insert(store, $"{i:00}");

        DieHere();

        (await Keys(afterwards)).Should().Equal(Enumerable.Range(0, 20).Select(i => $"{i:00}"));
        (await new SqliteMessageQueue(afterwards.Open()).ReceiveAsync("notices", 32, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().HaveCount(20);
    }

    [Fact]
    public async Task Dying_at_any_moment_keeps_what_was_acknowledged_and_whole_commits_only()
    {
        var store = new SqliteRowStore(temporary.Open());
        var acknowledged = 0;
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await store.CommitAsync("table", "p", [Row($"a{writer}-{i:00}"), Row($"b{writer}-{i:00}")], [], CancellationToken.None);
                Interlocked.Increment(ref acknowledged);
            }
        })));
        while (Volatile.Read(ref acknowledged) < 20)
            await Task.Yield();

        var before = Volatile.Read(ref acknowledged);
        DieHere();
        await writing;

        var keys = await Keys(afterwards);
        var first = keys.Where(key => key[0] == 'a').Select(key => key[1..]).ToList();
        first.Should().HaveCountGreaterThanOrEqualTo(before);
        keys.Where(key => key[0] == 'b').Select(key => key[1..]).Should().Equal(first);
    }

    [Fact]
    public async Task Closing_does_what_is_queued_and_then_refuses()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);
        var commits = Enumerable.Range(0, 300).Select(i => Insert(store, $"{i:000}")).ToList();

        await database.DisposeAsync();

        (await Task.WhenAll(commits)).Should().AllBeOfType<CommitResult.Committed>();
        await ((Func<Task>)(() => Insert(store, "late"))).Should().ThrowAsync<ObjectDisposedException>();
        await ((Func<Task>)(async () => await store.GetAsync("table", "p", "000", CancellationToken.None))).Should().ThrowAsync<ObjectDisposedException>();
        (await Keys(temporary)).Should().HaveCount(300);
    }

    [Fact]
    public async Task Closing_while_callers_come_tells_each_the_truth()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    await Insert(store, $"{caller}-{i:0000}");
                }
                catch (ObjectDisposedException)
                {
                    return i;
                }
            }
        })).ToList();
        while (database.Transactions < 10)
            await Task.Yield();

        database.Dispose();

        var acknowledged = await Task.WhenAll(callers);
        (await Keys(temporary)).Should().HaveCount(acknowledged.Sum());
    }

    [Fact]
    public async Task Closing_wakes_who_waits_for_a_message()
    {
        var database = temporary.Open();
        var waiting = new SqliteMessageQueue(database).WaitAsync("notices", CancellationToken.None);

        await database.DisposeAsync();

        await ((Func<Task>)(() => waiting)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Closing_twice_is_harmless()
    {
        var database = temporary.Open();

        await database.DisposeAsync();
        await database.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Who_stops_waiting_for_a_commit_is_told_so_and_may_use_its_buffer_again()
    {
        var store = new SqliteRowStore(temporary.Open());
        using var cancel = new CancellationTokenSource();
        byte[] buffer = [1, 2, 3];
        Task<CommitResult> commit;
        using (var other = temporary.OpenRaw())
        {
            ConnectionOpener.Execute(other, "BEGIN IMMEDIATE");
            commit = store.CommitAsync("table", "p", [new Change.Insert("a", buffer)], [], cancel.Token);
            await cancel.CancelAsync();
            await ((Func<Task>)(() => commit)).Should().ThrowAsync<OperationCanceledException>();
            buffer[0] = 99;
            ConnectionOpener.Execute(other, "ROLLBACK");
        }

        await Insert(store, "b");
        (await store.GetAsync("table", "p", "a", CancellationToken.None))!.Data.ToArray().Should().Equal(1, 2, 3);
    }

    private static Change.Insert Row(string key) => new(key, new byte[100]);

    private static Task<CommitResult> Insert(SqliteRowStore store, string key) =>
        store.CommitAsync("table", "p", [Row(key)], [new Message("notices", key, new byte[10])], CancellationToken.None);

    private static async Task<List<string>> Keys(TemporaryDatabase file)
    {
        List<string> keys = [];
        await foreach (var row in new SqliteRowStore(file.Open()).ScanAsync("table", "p", "", "", null, CancellationToken.None))
            keys.Add(row.Key);
        return keys;
    }

    /// <summary>The files as a killed process would leave them at this moment: nobody closed, checkpointed or rolled back.</summary>
    private void DieHere()
    {
        foreach (var suffix in new[] { "", "-wal" })
        {
            using var from = new FileStream(temporary.File + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(afterwards.File + suffix);
            from.CopyTo(to);
        }
    }
}
