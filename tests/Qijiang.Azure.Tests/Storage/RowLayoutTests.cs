using System.Security.Cryptography;
using Azure.Data.Tables;
using FluentAssertions;
using Qijiang.Azurite;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>Rows lie in their tables for ever: these tests look at them past the adapter.</summary>
public sealed class RowLayoutTests
{
    private const string P = "qj!2026";
    private readonly string table = "t" + RandomNames.Next();

    [Fact]
    public async Task A_row_is_its_bytes_and_the_id_of_the_commit_that_inserted_it()
    {
        await Commit(new Change.Insert("v1", "代表建议"u8.ToArray()));

        var entity = await Raw("v1");
        Properties(entity).Should().BeEquivalentTo("c", "d0");
        entity.GetString("c").Should().MatchRegex("^[0-9a-f]{32}$");
        entity.GetBinary("d0").Should().Equal("代表建议"u8.ToArray());
    }

    [Fact]
    public async Task A_row_of_900_KiB_is_split_over_properties_of_64_KiB()
    {
        var data = RandomNumberGenerator.GetBytes(StoreLimits.MaxRowBytes);
        await Commit(new Change.Insert("v1", data));

        var entity = await Raw("v1");
        string[] chunks = ["d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "d12", "d13", "d14"];
        chunks.SelectMany(name => entity.GetBinary(name)).Should().Equal(data);
        chunks.Select(name => entity.GetBinary(name).Length).Max().Should().Be(65_536);
        (await (await Rows()).GetAsync(table, P, "v1", CancellationToken.None))!.Data.ToArray().Should().Equal(data);
    }

    [Fact]
    public async Task Of_what_was_replaced_nothing_is_left_and_whose_insert_it_was_is_kept()
    {
        var etag = await Commit(new Change.Insert("v1", RandomNumberGenerator.GetBytes(200_000)));
        var inserted = (await Raw("v1")).GetString("c");

        await Commit(new Change.Replace("v1", etag, "short"u8.ToArray()));

        var entity = await Raw("v1");
        Properties(entity).Should().BeEquivalentTo("c", "w", "d0");
        entity.GetString("c").Should().Be(inserted);
        entity.GetString("w").Should().NotBe(inserted);
    }

    [Fact]
    public async Task A_row_that_was_replaced_at_once_still_proves_its_commit()
    {
        var queue = "q-" + RandomNames.Next();
        var engine = await Emulated.Engine();
        var first = (CommitResult.Committed)await engine.Rows.CommitAsync(
            table, P, [new Change.Insert("v1", "a"u8.ToArray())], [new Message(queue, "m", "x"u8.ToArray())], CancellationToken.None);
        await Commit(new Change.Replace("v1", first.ETags["v1"], "b"u8.ToArray()));
        var read = await engine.Rows.GetAsync(table, P, "v1", CancellationToken.None);
        await Commit(new Change.Replace("v1", read!.ETag, "c"u8.ToArray()));

        var message = await Queues.ReceiveOne(engine.Queue, queue);
        (await engine.Rows.CheckAsync(message.Envelope.Commit!, giveUp: true, CancellationToken.None)).Should().Be(CommitState.Committed);
    }

    [Fact]
    public async Task An_ETag_of_nobodys_is_a_conflict()
    {
        await Commit(new Change.Insert("v1", "a"u8.ToArray()));

        var commit = await (await Rows()).CommitAsync(table, P, [new Change.Replace("v1", "nobody's", "b"u8.ToArray())], [], CancellationToken.None);

        commit.Should().Be(new CommitResult.Conflict("v1"));
    }

    [Fact]
    public async Task Tables_and_queues_carry_the_installations_prefix()
    {
        var options = await Emulated.Options() with { Prefix = "qj1" };
        var queue = new Azure.Messaging.QueueMessageQueue(options, TimeProvider.System);
        var rows = new Azure.Storage.TableRowStore(options, queue, TimeProvider.System);

        await rows.CommitAsync(table, P, [new Change.Insert("v1", "a"u8.ToArray())], [], CancellationToken.None);

        (await Service()).Query(t => t.Name == "qj1" + table).Should().ContainSingle();
    }

    [Theory]
    [InlineData("Qj")]
    [InlineData("1qj")]
    [InlineData("q-j")]
    [InlineData("qijiang")]
    public async Task A_prefix_that_no_queue_could_carry_is_refused(string prefix)
    {
        var options = await Emulated.Options() with { Prefix = prefix };

        var create = () => new Azure.Messaging.QueueMessageQueue(options, TimeProvider.System);

        create.Should().Throw<ArgumentException>().WithMessage($"*{prefix}*");
    }

    private static IEnumerable<string> Properties(TableEntity entity) =>
        entity.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag", "odata.metadata"]);

    private static async Task<IRowStore> Rows() => (await Emulated.Engine()).Rows;

    private static async Task<TableServiceClient> Service() => new((await AzuriteServer.SharedAsync()).ConnectionString);

    private async Task<string> Commit(Change change) =>
        ((CommitResult.Committed)await (await Rows()).CommitAsync(table, P, [change], [], CancellationToken.None)).ETags[change.Key];

    private async Task<TableEntity> Raw(string key) =>
        (await (await Service()).GetTableClient(table).GetEntityAsync<TableEntity>(P, key)).Value;
}
