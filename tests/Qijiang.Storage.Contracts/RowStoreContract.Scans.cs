using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        await Commit(P, [.. "b a B A a-1 a.1 a1 _ ~ ! Z9 aa".Split(' ').Select(key => Insert(key))]);

        (await Scan(P)).Select(row => row.Key).Should().Equal("!", "A", "B", "Z9", "_", "a", "a-1", "a.1", "a1", "aa", "b", "~");
    }

    [Fact]
    public async Task Every_character_a_key_may_have_comes_back()
    {
        string[] keys = [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => $"k{(char)c}").Where(StoreLimits.IsKey)];
        await Commit(P, [.. keys.Select(key => Insert(key))]);

        (await Scan(P)).Select(row => row.Key).Should().Equal(keys).And.HaveCount(90);
        foreach (var key in keys)
            (await Get(P, key))!.Key.Should().Be(key);
    }

    [Fact]
    public async Task Partition_and_key_may_be_as_long_as_the_limit()
    {
        string partition = new('p', StoreLimits.MaxKeyLength), key = new('k', StoreLimits.MaxKeyLength);
        await Commit(partition, Insert(key));

        (await Scan(partition)).Single().Key.Should().Be(key);
    }

    [Theory]
    [InlineData("", "", null, "a b c d e")]
    [InlineData("b", "", null, "b c d e")]
    [InlineData("", "d", null, "a b c")]
    [InlineData("b", "d", null, "b c")]
    [InlineData("bb", "dd", null, "c d")]
    [InlineData("b", "b", null, "")]
    [InlineData("d", "b", null, "")]
    [InlineData("f", "", null, "")]
    [InlineData("", "", 2, "a b")]
    [InlineData("b", "e", 2, "b c")]
    [InlineData("d", "", 9, "d e")]
    [InlineData("", "", 0, "")]
    public async Task A_scan_gives_its_range(string from, string before, int? limit, string expected)
    {
        await Commit(P, [.. "abcde".Select(c => Insert(c.ToString()))]);
        await Commit(P + "x", Insert("c"));

        string.Join(' ', (await Scan(P, from, before, limit)).Select(row => row.Key)).Should().Be(expected);
    }

    [Fact]
    public async Task A_scan_of_what_is_not_there_is_empty()
    {
        (await Scan("nowhere")).Should().BeEmpty();
        (await ToList(Rows.ScanTableAsync(Table, null, CancellationToken.None))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_scan_goes_on_past_a_thousand_rows()
    {
        string[] keys = [.. Enumerable.Range(0, 1_150).Select(i => $"{i:0000}")];
        foreach (var batch in keys.Chunk(StoreLimits.MaxChanges))
            await Commit(P, [.. batch.Select(key => Insert(key, key))]);

        (await Scan(P)).Select(Text).Should().Equal(keys);
        (await Scan(P, limit: 1_050)).Select(row => row.Key).Should().Equal(keys[..1_050]);
        (await Scan(P, from: "0100", before: "1120")).Select(row => row.Key).Should().Equal(keys[100..1_120]);
        (await ToList(Rows.ScanTableAsync(Table, null, CancellationToken.None))).Select(row => row.Key).Should().Equal(keys);
    }

    [Fact]
    public async Task A_table_is_scanned_by_partition_then_key()
    {
        foreach (var partition in new[] { "b", "a", "B", "a-1", "c" })
            await Commit(partition, Insert("2"), Insert("1"), Insert("A"), Insert("a"));
        await Rows.CommitAsync(Table + "x", "a", [Insert("elsewhere")], [], CancellationToken.None);

        var rows = await ToList(Rows.ScanTableAsync(Table, null, CancellationToken.None));

        rows.Select(row => row.Partition).Distinct().Should().Equal("B", "a", "a-1", "b", "c");
        string.Concat(rows.Select(row => row.Key)).Should().Be("12Aa12Aa12Aa12Aa12Aa");
        rows.Should().OnlyContain(row => row.Table == Table);
    }

    [Fact]
    public async Task A_table_scan_goes_on_after_a_partition()
    {
        foreach (var partition in new[] { "a", "b", "c" })
            await Commit(partition, Insert("1"), Insert("2"));

        (await ToList(Rows.ScanTableAsync(Table, "a", CancellationToken.None))).Select(row => row.Partition).Should().Equal("b", "b", "c", "c");
        (await ToList(Rows.ScanTableAsync(Table, "aa", CancellationToken.None))).Select(row => row.Partition).Should().Equal("b", "b", "c", "c");
        (await ToList(Rows.ScanTableAsync(Table, "c", CancellationToken.None))).Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_may_be_changed_while_they_are_scanned()
    {
        await Commit(P, [.. Enumerable.Range(0, 50).Select(i => Insert($"{i:00}"))]);

        List<string> seen = [];
        await foreach (var row in Rows.ScanAsync(Table, P, "", "", null, CancellationToken.None))
        {
            seen.Add(row.Key);
            (await Commit(P, Delete(row.Key, row.ETag))).Should().BeOfType<CommitResult.Committed>();
        }

        seen.Should().HaveCount(50).And.BeInAscendingOrder(StringComparer.Ordinal);
        (await Scan(P)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_scan_can_be_left_early_and_often()
    {
        await Commit(P, [.. Enumerable.Range(0, 50).Select(i => Insert($"{i:00}"))]);

        for (var i = 0; i < 50; i++)
        {
            await foreach (var row in Rows.ScanAsync(Table, P, "", "", null, CancellationToken.None))
            {
                row.Key.Should().Be("00");
                break;
            }
        }

        (await Commit(P, Upsert("00"))).Should().BeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task A_cancelled_scan_stops()
    {
        await Commit(P, [.. Enumerable.Range(0, 50).Select(i => Insert($"{i:00}"))]);
        using var cancel = new CancellationTokenSource();

        var scan = async () =>
        {
            await foreach (var row in Rows.ScanAsync(Table, P, "", "", null, cancel.Token))
                await cancel.CancelAsync();
        };

        await scan.Should().ThrowAsync<OperationCanceledException>();
    }
}
