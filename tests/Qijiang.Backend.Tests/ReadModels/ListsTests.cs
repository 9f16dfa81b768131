using System.Text;
using FluentAssertions;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.ReadModels;

public sealed class ListsTests
{
    private static readonly CongressId _qijiang = new("qj");
    private readonly InMemoryRowStore rows = new();
    private readonly Lists lists;

    public ListsTests() => lists = new Lists(rows);

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_row_twice()
    {
        // One key that continues another one, and one right behind it in order.
        string[] keys = ["20260501|a", "20260501|a!", "20260501|a-1", "20260501|b", "20260502|a"];
        await PutAsync("due", keys);

        var paged = new List<string>();
        for (string? after = null; ; after = paged[^1])
        {
            var page = await lists.PageAsync(_qijiang, "due", after, 2, CancellationToken.None);
            page.Count.Should().BeLessThanOrEqualTo(2);
            if (page is []) break;
            paged.AddRange(page.Select(row => row.Key));
        }

        paged.Should().Equal(keys);
    }

    [Fact]
    public async Task A_question_of_another_congress_is_another_list()
    {
        await PutAsync("due", ["a"]);

        (await lists.PageAsync(new CongressId("gn"), "due", null, 10, CancellationToken.None)).Should().BeEmpty();
        (await lists.PageAsync(_qijiang, "due|x", null, 10, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Reading_up_to_a_day_leaves_out_that_day()
    {
        await PutAsync("due", ["20260501|a", "20260502|a", "20260503|a"]);

        var read = new List<string>();
        await foreach (var row in lists.ReadAsync(_qijiang, "due", "20260503", CancellationToken.None)) read.Add(row.Key);

        read.Should().Equal("20260501|a", "20260502|a");
    }

    private async Task PutAsync(string question, IEnumerable<string> keys)
    {
        foreach (var key in keys)
            await rows.CommitAsync("lists", $"qj|{question}", [new Change.Upsert(key, Encoding.UTF8.GetBytes("{}"))], [], CancellationToken.None);
    }
}
