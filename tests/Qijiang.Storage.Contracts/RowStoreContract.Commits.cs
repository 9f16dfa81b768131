using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task A_row_that_was_never_written_is_not_there() => (await Get(P, "a")).Should().BeNull();

    [Fact]
    public async Task An_inserted_row_comes_back()
    {
        var result = await Commit(P, Insert("a"));

        var row = (await Get(P, "a"))!;
        (row.Table, row.Partition, row.Key, Text(row)).Should().Be((Table, P, "a", "first"));
        result.Should().BeOfType<CommitResult.Committed>().Which.ETags.Should().Equal(new Dictionary<string, string> { ["a"] = row.ETag });
    }

    [Fact]
    public async Task An_insert_of_a_row_that_exists_is_a_conflict_and_changes_nothing()
    {
        await Put("a");

        (await Commit(P, Insert("a", "other"))).Should().Be(new CommitResult.Conflict("a"));
        Text(await Get(P, "a")).Should().Be("first");
    }

    [Fact]
    public async Task A_row_is_replaced_under_the_etag_that_was_read()
    {
        var etag = await Put("a");

        (await Commit(P, Replace("a", etag))).Should().BeOfType<CommitResult.Committed>();
        Text(await Get(P, "a")).Should().Be("second");
    }

    [Fact]
    public async Task A_replace_under_an_older_etag_is_a_conflict_and_changes_nothing()
    {
        var older = await Put("a");
        await Put("a", "newer");

        (await Commit(P, Replace("a", older))).Should().Be(new CommitResult.Conflict("a"));
        Text(await Get(P, "a")).Should().Be("newer");
    }

    [Fact]
    public async Task A_replace_of_a_row_that_is_gone_is_a_conflict()
    {
        var etag = await Put("a");
        await Commit(P, Delete("a"));

        (await Commit(P, Replace("a", etag))).Should().Be(new CommitResult.Conflict("a"));
        (await Get(P, "a")).Should().BeNull();
    }

    [Fact]
    public async Task An_upsert_writes_whether_the_row_was_there_or_not()
    {
        await Commit(P, Upsert("a", "one"));
        await Commit(P, Upsert("a", "two"));

        Text(await Get(P, "a")).Should().Be("two");
    }

    [Fact]
    public async Task A_delete_under_the_etag_that_was_read_deletes()
    {
        var etag = await Put("a");

        (await Commit(P, Delete("a", etag))).Should().BeOfType<CommitResult.Committed>().Which.ETags.Should().BeEmpty();
        (await Get(P, "a")).Should().BeNull();
    }

    [Fact]
    public async Task A_delete_under_an_older_etag_is_a_conflict_and_deletes_nothing()
    {
        var older = await Put("a");
        await Put("a", "newer");

        (await Commit(P, Delete("a", older))).Should().Be(new CommitResult.Conflict("a"));
        Text(await Get(P, "a")).Should().Be("newer");
    }

    [Fact]
    public async Task A_delete_with_an_etag_of_a_row_that_is_gone_is_a_conflict()
    {
        var etag = await Put("a");
        await Commit(P, Delete("a"));

        (await Commit(P, Delete("a", etag))).Should().Be(new CommitResult.Conflict("a"));
    }

    [Fact]
    public async Task A_delete_without_an_etag_is_never_a_conflict_even_beside_other_changes()
    {
        await Put("there");

        (await Commit(P, Insert("new"), Delete("there"), Delete("never-there"))).Should().BeOfType<CommitResult.Committed>();
        (await Scan(P)).Select(row => row.Key).Should().Equal("new");
    }

    [Fact]
    public async Task Every_change_gives_another_etag_even_where_the_bytes_stay()
    {
        var first = await Put("a", "same");
        var second = await Put("a", "same");
        await Commit(P, Delete("a"));
        var third = await Put("a", "same");

        new[] { first, second, third }.Should().OnlyHaveUniqueItems();
        (await Commit(P, Replace("a", first))).Should().Be(new CommitResult.Conflict("a"));
        (await Get(P, "a"))!.ETag.Should().Be(third);
    }

    [Fact]
    public async Task A_commit_answers_the_etag_of_every_row_it_wrote()
    {
        var old = await Put("replaced");
        await Put("deleted");

        var result = await Commit(P, Insert("inserted"), Replace("replaced", old), Upsert("upserted"), Delete("deleted"));

        var etags = result.Should().BeOfType<CommitResult.Committed>().Which.ETags;
        etags.Should().BeEquivalentTo((await Scan(P)).ToDictionary(row => row.Key, row => row.ETag));
        etags.Should().HaveCount(3);
    }

    [Fact]
    public async Task One_conflict_undoes_the_whole_commit_and_is_named()
    {
        await Put("b");
        await Put("d");

        (await Commit(P, Upsert("a"), Insert("b", "other"), Upsert("c"), Delete("d"))).Should().Be(new CommitResult.Conflict("b"));

        (await Scan(P)).Select(row => (row.Key, Text(row))).Should().Equal(("b", "first"), ("d", "first"));
    }

    [Fact]
    public async Task Rows_of_other_tables_and_partitions_are_other_rows()
    {
        await Commit("p1", Insert("a", "one"));
        await Commit("p2", Insert("a", "two"));
        await Commit("P1", Insert("a", "capital"));
        await Rows.CommitAsync(Table + "x", "p1", [Insert("a", "elsewhere")], [], CancellationToken.None);

        Text(await Get("p1", "a")).Should().Be("one");
        Text(await Get("p2", "a")).Should().Be("two");
        Text(await Get("P1", "a")).Should().Be("capital");
        (await Scan("p1")).Should().ContainSingle();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task Bytes_come_back_exactly(int count)
    {
        var bytes = RandomBytes(count);

        await Commit(P, new Change.Insert("a", bytes));

        (await Get(P, "a"))!.Data.ToArray().Should().Equal(bytes);
        (await Scan(P)).Single().Data.ToArray().Should().Equal(bytes);
    }

    [Fact]
    public async Task Every_value_of_a_byte_and_every_character_comes_back()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i), .. Bytes("綦江区人大代表建议，𠮷")];

        await Commit(P, new Change.Insert("a", bytes));

        (await Get(P, "a"))!.Data.ToArray().Should().Equal(bytes);
    }

    [Fact]
    public async Task A_shorter_row_leaves_nothing_of_a_longer_one()
    {
        await Commit(P, new Change.Insert("a", RandomBytes(150_000)));

        await Commit(P, Upsert("a", "short"));

        Text(await Get(P, "a")).Should().Be("short");
    }

    [Fact]
    public async Task The_caller_may_use_its_buffer_again_after_the_commit()
    {
        var buffer = Bytes("first");
        await Commit(P, new Change.Insert("a", buffer));

        buffer[0] = (byte)'X';

        Text(await Get(P, "a")).Should().Be("first");
    }
}
