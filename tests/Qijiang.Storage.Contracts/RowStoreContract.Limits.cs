using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task A_commit_of_the_most_rows_is_accepted()
    {
        (await Commit(P, [.. Enumerable.Range(0, StoreLimits.MaxChanges).Select(i => Insert($"{i:000}"))])).Should().BeOfType<CommitResult.Committed>();

        (await Scan(P)).Should().HaveCount(100);
    }

    [Fact]
    public async Task A_row_of_the_most_bytes_is_accepted()
    {
        var bytes = RandomBytes(StoreLimits.MaxRowBytes);

        (await Commit(P, new Change.Insert("a", bytes))).Should().BeOfType<CommitResult.Committed>();
        (await Get(P, "a"))!.Data.Span.SequenceEqual(bytes).Should().BeTrue();
    }

    [Fact]
    public async Task A_commit_of_the_most_bytes_is_accepted()
    {
        const int rest = StoreLimits.MaxCommitBytes - (3 * StoreLimits.MaxRowBytes);
        int[] sizes = [StoreLimits.MaxRowBytes, StoreLimits.MaxRowBytes, StoreLimits.MaxRowBytes, rest];

        (await Commit(P, [.. sizes.Select((size, i) => new Change.Insert($"{i}", RandomBytes(size)))])).Should().BeOfType<CommitResult.Committed>();

        (await Scan(P)).Select(row => row.Data.Length).Should().Equal(sizes);
    }

    [Fact]
    public Task Too_many_rows_are_refused_by_name() => RefusesLimit(
        nameof(StoreLimits.MaxChanges), P, [.. Enumerable.Range(0, StoreLimits.MaxChanges + 1).Select(i => Insert($"{i:000}"))]);

    [Fact]
    public Task A_row_of_too_many_bytes_is_refused_by_name() => RefusesLimit(
        nameof(StoreLimits.MaxRowBytes), P, [Insert("small"), new Change.Upsert("a", new byte[StoreLimits.MaxRowBytes + 1])]);

    [Fact]
    public Task A_commit_of_too_many_bytes_is_refused_by_name() => RefusesLimit(
        nameof(StoreLimits.MaxCommitBytes), P, [.. Enumerable.Range(0, 4).Select(i => new Change.Insert($"{i}", new byte[StoreLimits.MaxRowBytes]))]);

    [Fact]
    public async Task Too_long_a_partition_or_key_is_refused_by_name()
    {
        string tooLong = new('k', StoreLimits.MaxKeyLength + 1);
        await RefusesLimit(nameof(StoreLimits.MaxKeyLength), P, [Insert("a"), Insert(tooLong)]);
        await RefusesLimit(nameof(StoreLimits.MaxKeyLength), tooLong, [Insert("a")]);
    }

    [Fact]
    public Task A_message_of_too_many_bytes_is_refused_by_name_and_nothing_is_written() => RefusesLimit(
        nameof(StoreLimits.MaxMessageBytes), P, [Insert("a")], new Message(QueueName, "m", new byte[StoreLimits.MaxMessageBytes + 1]));

    [Fact]
    public Task A_message_of_too_long_a_delay_is_refused_by_name_and_nothing_is_written() => RefusesLimit(
        nameof(StoreLimits.MaxDelay), P, [Insert("a")], new Message(QueueName, "m", Bytes("x"), StoreLimits.MaxDelay + TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("a\u007f")]
    [InlineData("建议")]
    public async Task What_is_no_key_is_refused(string text)
    {
        await RefusesArgument(P, [Insert("good"), Insert(text)]);
        await RefusesArgument(text, [Insert("good")]);
        await ((Func<Task>)(() => Get(P, text))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(() => Get(text, "a"))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(() => Scan(text))).Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    [InlineData("a_table")]
    [InlineData("建议表")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk")]
    public async Task What_is_no_table_is_refused(string table)
    {
        await ((Func<Task>)(() => Rows.CommitAsync(table, P, [Insert("a")], [], CancellationToken.None))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(async () => await Rows.GetAsync(table, P, "a", CancellationToken.None))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(() => ToList(Rows.ScanTableAsync(table, null, CancellationToken.None)))).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public Task A_key_that_comes_twice_is_refused() => RefusesArgument(P, [Insert("a"), Insert("b"), Delete("a")]);

    [Fact]
    public Task A_commit_of_nothing_is_refused() => RefusesArgument(P, []);

    [Fact]
    public async Task A_row_without_bytes_is_refused_because_that_is_a_void_row()
    {
        var etag = await Put("there");

        await RefusesArgument(P + "x", [Insert("good"), new Change.Insert("a", default)]);
        await RefusesArgument(P + "x", [Insert("good"), new Change.Upsert("a", default)]);
        await ((Func<Task>)(() => Commit(P, new Change.Replace("there", etag, default)))).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public Task Messages_without_an_insert_are_refused() => RefusesArgument(P, [Upsert("a")], new Message(QueueName, "m", Bytes("x")));

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("a--b")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a_b")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijk")]
    public Task A_message_to_what_is_no_queue_is_refused_and_nothing_is_written(string queue) =>
        RefusesArgument(P, [Insert("a")], new Message(queue, "m", Bytes("x")));

    private async Task RefusesLimit(string limit, string partition, Change[] changes, params Message[] messages)
    {
        var commit = () => Rows.CommitAsync(Table, partition, changes, messages, CancellationToken.None);

        (await commit.Should().ThrowAsync<StoreLimitException>()).WithMessage($"*{limit}*");
        await WroteNothing();
    }

    private async Task RefusesArgument(string partition, Change[] changes, params Message[] messages)
    {
        var commit = () => Rows.CommitAsync(Table, partition, changes, messages, CancellationToken.None);

        await commit.Should().ThrowAsync<ArgumentException>();
        (await Get(P, "good")).Should().BeNull();
        (await Get(P, "a")).Should().BeNull();
    }

    private async Task WroteNothing()
    {
        (await ToList(Rows.ScanTableAsync(Table, null, CancellationToken.None))).Should().BeEmpty();
        (await Receive(QueueName)).Should().BeEmpty();
    }
}
