using FluentAssertions;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts.Audit;

public abstract partial class AuditSuite
{
    [Theory]
    [InlineData("doing", "done")]                                        // what happened
    [InlineData("\"person\":\"clerk\"", "\"person\":\"chair\"")]         // who did it
    [InlineData("2026-11-24T02:30:15Z", "2026-11-23T02:30:15Z")]         // when it was recorded
    [InlineData("2026-11-20", "2026-11-19")]                             // the date in law
    [InlineData("Paper", "InPerson")]                                    // how it came
    public async Task An_edited_event_is_found(string from, string to)
    {
        await HonestStoryAsync();
        await EditAsync("card-1", 2, from, to);

        await FindsAsync(Of(FindingKind.LinkBroken, "card-1", 3));
    }

    [Fact]
    public async Task An_edited_sealed_text_is_found_without_its_key()
    {
        await HonestStoryAsync();
        await EditAsync("card-1", 1, "\"sealed\":\"", "\"sealed\":\"A");

        await FindsAsync(Of(FindingKind.LinkBroken, "card-1", 2));
    }

    [Fact]
    public async Task An_edited_last_event_is_found_by_the_checkpoint()
    {
        await HonestStoryAsync();
        await EditAsync("card-1", 5, "done", "doing");

        await FindsAsync(Of(FindingKind.Changed, "card-1", 5, 2));
    }

    [Fact]
    public async Task An_event_edited_when_another_had_followed_is_found_by_chain_and_checkpoint()
    {
        await HonestStoryAsync();
        await EditAsync("card-2", 1, "todo", "done");

        await FindsAsync(Of(FindingKind.Changed, "card-2", 1, 1), Of(FindingKind.LinkBroken, "card-2", 2));
    }

    [Fact]
    public async Task An_edited_last_event_that_no_checkpoint_covers_is_told_of_as_uncovered_alone()
    {
        await HonestStoryAsync();
        await DoAsync("card-4", new CardEvent.Moved("doing"));
        await EditAsync("card-4", 2, "doing", "done");

        var verified = await VerifyAsync();
        (verified.Uncovered, verified.Findings.Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task A_deleted_event_is_found()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-1", 2);

        await FindsAsync(Of(FindingKind.Missing, "card-1", 2, detail: "2"));
    }

    [Fact]
    public async Task Deleted_first_events_are_found()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-1", 1, 2, 3);

        await FindsAsync(Of(FindingKind.Missing, "card-1", 1, detail: "1–3"));
    }

    [Fact]
    public async Task A_deleted_event_whose_place_another_took_is_found()
    {
        await HonestStoryAsync();
        await PutAsync("card-1", 2, await DataOf("card-1", 3));
        await DeleteAsync("card-1", 3);

        await FindsAsync(
            Of(FindingKind.Misplaced, "card-1", 2, detail: "qj|card|card-1@3"), Of(FindingKind.LinkBroken, "card-1", 2), Of(FindingKind.Missing, "card-1", 3, detail: "3"));
    }

    [Fact]
    public async Task An_event_taken_out_as_if_its_commit_had_been_given_up_is_found()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-1", 2);
        await GiveUpAsync("card-1", 2);

        await FindsAsync(Of(FindingKind.LinkBroken, "card-1", 3));
    }

    [Fact]
    public async Task An_event_edited_before_a_commit_that_was_given_up_is_found()
    {
        await DoAsync("card-1", Written);
        await GiveUpAsync("card-1", 2);
        await DoAsync("card-2", Written);
        await GiveUpAsync("card-2", 2);
        await DoAsync("card-2", new CardEvent.Moved("doing"));
        await TickAsync();
        foreach (var card in (string[])["card-1", "card-2"]) await EditAsync(card, 1, "todo", "done");

        await FindsAsync(Of(FindingKind.Changed, "card-1", 2, 1), Of(FindingKind.LinkBroken, "card-2", 3));
    }

    [Fact]
    public async Task An_event_put_in_the_place_of_a_commit_that_was_given_up_is_found()
    {
        await DoAsync("card-1", Written);
        await GiveUpAsync("card-1", 2);
        await DoAsync("card-1", new CardEvent.Moved("doing"), new CardEvent.Moved("done"));
        await TickAsync();
        var rows = await AllOf("card-1");
        await RechainAsync("card-1", [rows[0], rows[2]]);

        await FindsAsync(Of(FindingKind.LinkBroken, "card-1", 3));
    }

    [Fact]
    public async Task A_truncated_stream_is_found()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-1", 4, 5);

        await FindsAsync(Of(FindingKind.CutOff, "card-1", 3, 2, "5"));
    }

    [Fact]
    public async Task A_stream_truncated_and_written_on_is_found()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-1", 4, 5);
        await DoAsync("card-1", new CardEvent.TakenDown(), new CardEvent.Moved("todo"), new CardEvent.Moved("todo"));

        await FindsAsync(Of(FindingKind.Changed, "card-1", 5, 2));
    }

    [Fact]
    public async Task A_stream_that_is_gone_is_found()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-4", 1);
        await DeleteAsync("card-2", 1, 2);

        await FindsAsync(Of(FindingKind.Gone, "card-2", 0, 2, "2"), Of(FindingKind.Gone, "card-4", 0, 2, "1"));
    }

    [Fact]
    public async Task A_rechained_stream_is_found()
    {
        await HonestStoryAsync();
        await EditAsync("card-1", 1, "todo", "done");
        await RechainAsync("card-1", await AllOf("card-1"));

        await FindsAsync(Of(FindingKind.Changed, "card-1", 3, 1));
    }

    [Fact]
    public async Task An_inserted_event_is_found()
    {
        await HonestStoryAsync();
        var rows = await AllOf("card-1");
        await RechainAsync("card-1", [rows[0], rows[1], rows[1], .. rows[2..]]);

        await FindsAsync(Of(FindingKind.Changed, "card-1", 3, 1));
    }

    [Fact]
    public async Task An_inserted_event_without_a_new_chain_is_found()
    {
        await HonestStoryAsync();
        var rows = await AllOf("card-1");
        await PutAsync("card-1", 2, rows[0]);
        for (var version = 3; version <= 6; version++) await PutAsync("card-1", version, rows[version - 2]);

        (await VerifyAsync()).Findings.Select(finding => finding.Kind).Distinct().Should().BeEquivalentTo([FindingKind.Misplaced, FindingKind.LinkBroken, FindingKind.Changed]);
    }

    [Fact]
    public async Task The_event_of_another_stream_is_found()
    {
        await HonestStoryAsync();
        await PutAsync("card-4", 1, await DataOf("card-2", 1));

        await FindsAsync(Of(FindingKind.Misplaced, "card-4", 1, detail: "qj|card|card-2@1"), Of(FindingKind.Changed, "card-4", 1, 2));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task What_is_no_event_is_found_and_the_rest_is_looked_at(string garbage)
    {
        await HonestStoryAsync();
        await PutAsync("card-1", 2, System.Text.Encoding.UTF8.GetBytes(garbage));
        await DeleteAsync("card-2", 2);

        await FindsAsync(Of(FindingKind.Unreadable, "card-1", 2), Of(FindingKind.LinkBroken, "card-1", 3), Of(FindingKind.CutOff, "card-2", 1, 2, "2"));
    }

    [Fact]
    public async Task Rows_that_belong_nowhere_are_found()
    {
        await HonestStoryAsync();
        await PutAsync(EventStore.Table, "nobody", KeyOf(1), "{}"u8.ToArray());
        await PutAsync(EventStore.Table, PartitionOf("card-3"), "2", await DataOf("card-3", 2));

        await FindsAsync(new(FindingKind.NotAStream, "nobody"), Of(FindingKind.NotAVersion, "card-3", null, detail: "2"));
        await TickAsync();
        await FindsAsync(new(FindingKind.NotAStream, "nobody"), Of(FindingKind.NotAVersion, "card-3", null, detail: "2"));
    }

    [Fact]
    public async Task What_was_done_before_the_next_checkpoint_is_found_after_it()
    {
        await HonestStoryAsync();
        await DeleteAsync("card-1", 5);
        await DeleteAsync("card-4", 1);
        await DoAsync("card-2", new CardEvent.Moved("todo"));
        (await TickAsync())!.Statement.Should().BeEquivalentTo(new { Number = 3, Streams = 4 });

        await FindsAsync(Of(FindingKind.CutOff, "card-1", 4, 2, "5"), Of(FindingKind.Gone, "card-4", 0, 2, "1"));
    }
}
