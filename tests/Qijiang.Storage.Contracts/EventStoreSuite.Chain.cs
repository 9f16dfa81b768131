using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class EventStoreSuite
{
    [Fact]
    public async Task Each_row_carries_the_hash_of_the_stored_bytes_before_it()
    {
        var history = (await Append(await Load(), "write", Written, new CardEvent.Moved("doing")))!;
        await Append(history, "close", new CardEvent.TakenDown());

        var rows = await StoredRows();
        rows.Select(row => row.Key).Should().Equal("0000000001", "0000000002", "0000000003");
        rows.Select(LinkOf).Should().Equal(("SHA-256", ""), ("SHA-256", Sha256(rows[0])), ("SHA-256", Sha256(rows[1])));
        (await Load()).Head.Should().Be(Sha256(rows[2]));
    }

    [Fact]
    public async Task A_commit_given_up_is_a_version_that_folds_to_nothing_and_the_stream_goes_on_after_it()
    {
        var before = (await Append(await Load(), "write", Written))!;
        await GiveUp(2);

        (await Append(before, "late", new CardEvent.TakenDown())).Should().BeNull("the commit that was given up must not happen later");
        var after = (Ran<Card>.Done)await Run(Act("move"), _ => Card.Accept(new CardEvent.Moved("doing")));

        after.Version.Should().Be(3);
        after.State.Been.Should().Equal("todo", "doing");
        var loaded = await Load();
        loaded.Events.Select(e => (e.Version, e.Command.Id)).Should().Equal((1, "write"), (3, "move"));
        var rows = await StoredRows();
        LinkOf(rows[2]).Should().Be(("SHA-256", Sha256(rows[0])), "a void has no link of its own: what was before it would hang loose");
    }

    [Fact]
    public async Task A_stream_whose_first_commit_was_given_up_begins_with_the_second_version()
    {
        await GiveUp(1);

        var ran = (Ran<Card>.Done)await Run(Act("write"), state => state.Been.Count == 0 ? Card.Accept(Written) : new CardIsDown());

        ran.Version.Should().Be(2);
        (await Load()).Events.Should().ContainSingle().Which.Version.Should().Be(2);
    }

    [Fact]
    public async Task A_missing_version_is_found()
    {
        await Append(await Load(), "write", Written, new CardEvent.Moved("doing"), new CardEvent.TakenDown());
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Delete("0000000002", null)], [], CancellationToken.None);

        var load = () => Load();

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage("*lacks version 2*");
    }

    [Fact]
    public async Task A_row_put_in_the_place_of_another_version_is_found()
    {
        await Append(await Load(), "write", Written, new CardEvent.Moved("doing"));
        var first = (await StoredRows())[0];
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Upsert("0000000002", first.Data)], [], CancellationToken.None);

        var load = () => Load();

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage("*version 2*");
    }

    [Fact]
    public async Task An_edited_row_is_found_by_the_row_after_it()
    {
        await Append(await Load(), "write", Written, new CardEvent.Moved("doing"), new CardEvent.TakenDown());
        var edited = Encoding.UTF8.GetString((await StoredRows())[1].Data.Span).Replace("doing", "done", StringComparison.Ordinal);
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Upsert("0000000002", Encoding.UTF8.GetBytes(edited))], [], CancellationToken.None);

        var load = () => Load();

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage($"*{stream}*version 3*");
    }

    [Fact]
    public async Task A_row_written_anew_with_a_link_of_its_own_is_found_by_the_row_after_it()
    {
        var first = (await Append(await Load(), "write", Written))!;
        await Append(first, "move", new CardEvent.Moved("doing"), new CardEvent.TakenDown());
        var third = (await StoredRows())[2].Data;
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Delete("0000000002", null), new Change.Delete("0000000003", null)], [], CancellationToken.None);
        await Append(first, "move otherwise", new CardEvent.Moved("done"));
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Insert("0000000003", third)], [], CancellationToken.None);

        var load = () => Load();

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage($"*{stream}*version 3*");
    }

    [Fact]
    public async Task A_row_taken_out_as_if_its_commit_had_been_given_up_is_found_by_the_row_after_it()
    {
        await Append(await Load(), "write", Written, new CardEvent.Moved("doing"), new CardEvent.TakenDown());
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Delete("0000000002", null)], [], CancellationToken.None);
        await GiveUp(2);

        var load = () => Load();

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage($"*{stream}*version 3*");
    }

    [Fact]
    public async Task A_row_edited_before_a_commit_that_was_given_up_is_found_by_the_row_after_it()
    {
        await Append(await Load(), "write", Written);
        await GiveUp(2);
        await Run(Act("move"), _ => Card.Accept(new CardEvent.Moved("doing")));
        var edited = Encoding.UTF8.GetString((await StoredRows())[0].Data.Span).Replace("todo", "done", StringComparison.Ordinal);
        await Rows.CommitAsync(Events, stream.Partition, [new Change.Upsert("0000000001", Encoding.UTF8.GetBytes(edited))], [], CancellationToken.None);

        var load = () => Load();

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage($"*{stream}*version 3*");
    }

    [Fact]
    public async Task A_row_put_into_another_stream_is_found()
    {
        await Append(await Load(), "write", new CardEvent.Moved("doing"));
        var other = stream with { Id = "card-2" };
        await Rows.CommitAsync(Events, other.Partition, [new Change.Insert("0000000001", (await StoredRows())[0].Data)], [], CancellationToken.None);

        var load = () => Load(other);

        await load.Should().ThrowAsync<InvalidDataException>().WithMessage("*card-2*");
    }

    private static (string? Suite, string? Previous) LinkOf(Row row)
    {
        using var json = JsonDocument.Parse(row.Data);
        var chain = json.RootElement.GetProperty("chain");
        return (chain.GetProperty("suite").GetString(), chain.GetProperty("previous").GetString());
    }

    private static string Sha256(Row row) => Convert.ToHexStringLower(SHA256.HashData(row.Data.Span));
}
