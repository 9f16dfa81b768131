using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Qijiang.Backend.Audit;
using Xunit;

namespace Qijiang.Storage.Contracts.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task An_older_checkpoint_in_the_place_of_the_newest_is_found()
    {
        await HonestStoryAsync();
        await PutAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(2), await CheckpointRowAsync(1));

        await FindsAsync(new(FindingKind.CheckpointMisplaced, Checkpoint: 2, Detail: "1"), new(FindingKind.CheckpointUnchained, Checkpoint: 2));
    }

    [Fact]
    public async Task A_checkpoint_removed_between_others_is_found()
    {
        await HonestStoryAsync();
        await DeleteAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(1));

        await FindsAsync(
            new(FindingKind.CheckpointMissing, Checkpoint: 1, Detail: "1"), new(FindingKind.CheckpointUnchained, Checkpoint: 2), new(FindingKind.CheckpointHeads, Checkpoint: 2));
    }

    [Fact]
    public async Task A_checkpoint_far_from_the_others_is_found_by_what_is_missing_before_it()
    {
        await HonestStoryAsync();
        await PutAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(2_000_000_000), await CheckpointRowAsync(2));

        await FindsAsync(
            new(FindingKind.CheckpointMissing, Checkpoint: 3, Detail: "3–1999999999"), new(FindingKind.CheckpointMisplaced, Checkpoint: 2_000_000_000, Detail: "2"),
            new(FindingKind.CheckpointUnchained, Checkpoint: 2_000_000_000));
    }

    [Theory]
    [InlineData("\"number\":2", "\"number\":3", FindingKind.CheckpointMisplaced, FindingKind.CheckpointForged)]
    [InlineData("\"streams\":4", "\"streams\":3", FindingKind.CheckpointForged, FindingKind.CheckpointHeads)]
    [InlineData("\"suite\":\"ECDSA-P256-SHA256\"", "\"suite\":\"none\"", FindingKind.CheckpointForged)]
    [InlineData("\"madeAt\":\"", "\"madeAt\":\"1", FindingKind.CheckpointUnreadable)]
    public async Task An_edited_checkpoint_is_found(string from, string to, params FindingKind[] kinds)
    {
        await HonestStoryAsync();
        await EditCheckpointAsync(2, from, to);

        await FindsAsync([.. kinds.Select(kind => kind == FindingKind.CheckpointMisplaced ? new Finding(kind, Checkpoint: 2, Detail: "3") : new(kind, Checkpoint: 2))]);
    }

    [Fact]
    public async Task Heads_that_were_changed_beside_a_checkpoint_are_found()
    {
        await HonestStoryAsync();
        var heads = (await ToList(Rows.ScanTableAsync(Checkpoints.HeadTable, null, CancellationToken.None)))[1];
        var lines = Encoding.UTF8.GetString(heads.Data.Span).Split('\n');
        lines[0].Should().StartWith("qj|card|card-1 5 SHA-256:");
        await PutAsync(Checkpoints.HeadTable, heads.Partition, heads.Key, Encoding.UTF8.GetBytes(string.Join('\n', lines[1..])));
        await DeleteAsync("card-1", 4, 5);

        await FindsAsync(new Finding(FindingKind.CheckpointHeads, Checkpoint: 2));
    }

    [Fact]
    public async Task Checkpoints_made_anew_with_another_key_over_what_was_truncated_are_found()
    {
        await HonestStoryAsync();
        await ForgeAsync();

        await FindsAsync(new(FindingKind.CheckpointForeignKey, Checkpoint: 1), new(FindingKind.CheckpointForeignKey, Checkpoint: 2));
    }

    [Fact]
    public async Task One_checkpoint_signed_anew_with_another_key_is_found()
    {
        await HonestStoryAsync();
        var row = JsonNode.Parse((await CheckpointRowAsync(2)).Span)!;
        var stranger = new InMemoryKeyPort();
        var key = new CheckpointKey(stranger);
        var publicKey = await key.GetPublicAsync(CancellationToken.None);
        var signed = (await ExportAsync()).Checkpoint;
        var again = signed.Statement with { Key = NamedHash.Of(publicKey), Heads = NamedHash.Of("forged"u8) };
        row["checkpoint"]!["statement"]!["key"] = again.Key;
        row["checkpoint"]!["statement"]!["heads"] = again.Heads;
        row["checkpoint"]!["signature"] = Convert.ToBase64String(await key.SignAsync(again, CancellationToken.None));
        row["checkpoint"]!["publicKey"] = Convert.ToBase64String(publicKey);
        await PutAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(2), Encoding.UTF8.GetBytes(row.ToJsonString()));

        await FindsAsync(new(FindingKind.CheckpointForeignKey, Checkpoint: 2), new(FindingKind.CheckpointHeads, Checkpoint: 2));
    }

    [Fact]
    public async Task What_another_maker_of_the_same_number_left_behind_is_never_read()
    {
        await HonestStoryAsync();
        var lost = (await ExportAsync()).Checkpoint;

        (await Stored.AddAsync(lost, [new("qj|card|card-1", 9, "SHA-256:" + new string('0', 64))], CancellationToken.None)).Should().BeFalse();

        (await VerifyAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_damaged_checkpoint_there_are_others_and_the_damage_is_still_found()
    {
        await HonestStoryAsync();
        await PutAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(2), "{}"u8.ToArray());
        await DoAsync("card-3", new Cards.CardEvent.TakenDown());
        (await TickAsync())!.Statement.Number.Should().Be(3);
        await DeleteAsync("card-3", 3);

        await FindsAsync(new(FindingKind.CheckpointUnreadable, Checkpoint: 2), Of(FindingKind.CutOff, "card-3", 2, 3, "3"));
    }

    /// <summary>Somebody without the key truncates a stream and makes all checkpoints anew, number by number.</summary>
    private async Task ForgeAsync()
    {
        foreach (var number in (int[])[1, 2]) await DeleteAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(number));
        await DeleteAsync("card-1", 4, 5);
        var stranger = new InMemoryKeyPort();
        var last = await DataOf("card-4", 1);
        await DeleteAsync("card-4", 1);
        await TickAsync(stranger);
        await PutAsync("card-4", 1, last);
        (await TickAsync(stranger))!.Statement.Number.Should().Be(2);
    }

    private async Task<ReadOnlyMemory<byte>> CheckpointRowAsync(int number) => (await Rows.GetAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(number), CancellationToken.None))!.Data;

    private async Task EditCheckpointAsync(int number, string from, string to)
    {
        var text = Encoding.UTF8.GetString((await CheckpointRowAsync(number)).Span);
        text.Should().Contain(from);
        await PutAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(number), Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }
}
