using FluentAssertions;
using Microsoft.Data.Sqlite;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>Callers who come together share a transaction, and nothing else.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Thirty_two_callers_who_wait_for_the_file_share_one_transaction()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);

        var results = await WhileFileIsHeld(() => [.. Enumerable.Range(0, 32).Select(i => Insert(store, $"p{i}", "a"))]);

        results.Should().AllBeOfType<CommitResult.Committed>();
        database.Transactions.Should().Be(1);
    }

    [Fact]
    public async Task Thirty_two_callers_in_a_loop_need_fewer_transactions_than_commits()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);

        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                (await Insert(store, $"p{caller}", $"{i:00}")).Should().BeOfType<CommitResult.Committed>();
        })));

        database.Transactions.Should().BeLessThan(800);
    }

    [Fact]
    public async Task One_callers_conflict_is_nobody_elses()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);
        await Insert(store, "p1", "a");

        var results = await WhileFileIsHeld(() => [Insert(store, "p0", "a"), Insert(store, "p1", "a"), Insert(store, "p2", "a")]);

        results.Should().SatisfyRespectively(
            first => first.Should().BeOfType<CommitResult.Committed>(),
            second => second.Should().Be(new CommitResult.Conflict("a")),
            third => third.Should().BeOfType<CommitResult.Committed>());
        database.Transactions.Should().Be(2);
    }

    [Fact]
    public async Task Work_that_fails_halfway_is_undone_and_fails_alone()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);
        var halfway = RowWrite.Of([new Change.Insert("halfway", "x"u8.ToArray())]);
        Task<bool> failing = null!;

        var results = await WhileFileIsHeld(() =>
        {
            var before = Insert(store, "p", "before");
            failing = database.Write<bool>(
                writer =>
                {
                    writer.Apply("table", "p", halfway[0]);
                    throw new InvalidDataException("its own");
                },
                after: null,
                CancellationToken.None);
            return [before, Insert(store, "p", "after")];
        });

        results.Should().AllBeOfType<CommitResult.Committed>();
        (await ((Func<Task>)(() => failing)).Should().ThrowAsync<InvalidDataException>()).WithMessage("its own");
        (await Keys(store, "p")).Should().Equal("after", "before");
    }

    [Fact]
    public async Task Whoever_can_not_have_the_file_is_told_and_the_next_one_can()
    {
        var database = temporary.Open();
        var store = new SqliteRowStore(database);

        await WhileFileIsHeld(
            () => [Insert(store, "p", "a"), Insert(store, "p", "b")],
            async commits =>
            {
                // The busy time-out of five seconds, once for both of them.
                foreach (var commit in commits)
                    await ((Func<Task>)(() => commit)).Should().ThrowAsync<SqliteException>().Where(e => e.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY);
            });

        (await Insert(store, "p", "c")).Should().BeOfType<CommitResult.Committed>();
        (await Keys(store, "p")).Should().Equal("c");
    }

    [Fact]
    public async Task The_first_conflict_in_the_order_of_the_changes_is_named()
    {
        var store = new SqliteRowStore(temporary.Open());
        await Insert(store, "p", "b");
        await Insert(store, "p", "c");

        (await Commit(store, [Change("c"), Change("b")])).Should().Be(new CommitResult.Conflict("c"));
        (await Commit(store, [Change("a"), Change("c"), Change("b")])).Should().Be(new CommitResult.Conflict("c"));
        (await Commit(store, [new Change.Upsert("x", Data), new Change.Replace("a", "0", Data), Change("b")])).Should().Be(new CommitResult.Conflict("a"));
        (await Keys(store, "p")).Should().Equal("b", "c");
    }

    private static byte[] Data { get; } = [1];

    private static Change.Insert Change(string key) => new(key, Data);

    private static Task<CommitResult> Insert(SqliteRowStore store, string partition, string key) =>
        store.CommitAsync("table", partition, [Change(key)], [], CancellationToken.None);

    private static Task<CommitResult> Commit(SqliteRowStore store, Change[] changes) => store.CommitAsync("table", "p", changes, [], CancellationToken.None);

    private static async Task<List<string>> Keys(SqliteRowStore store, string partition)
    {
        List<string> keys = [];
        await foreach (var row in store.ScanAsync("table", partition, "", "", null, CancellationToken.None))
            keys.Add(row.Key);
        return keys;
    }

    /// <summary>Starts the commits while somebody else holds the file, so that all of them have queued when it is let go.</summary>
    private async Task<CommitResult[]> WhileFileIsHeld(Func<Task<CommitResult>[]> start, Func<Task<CommitResult>[], Task>? meanwhile = null)
    {
        using var other = temporary.OpenRaw();
        ConnectionOpener.Execute(other, "BEGIN IMMEDIATE");
        var commits = start();
        if (meanwhile is not null)
        {
            await meanwhile(commits);
            ConnectionOpener.Execute(other, "ROLLBACK");
            return [];
        }

        ConnectionOpener.Execute(other, "ROLLBACK");
        return await Task.WhenAll(commits);
    }
}
