using FluentAssertions;
using Qijiang.Backend.Audit;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task The_newest_checkpoint_removed_with_what_it_alone_covered_is_found_by_what_was_kept()
    {
        await HonestStoryAsync();
        var (file, note) = await KeepAsync();
        await DeleteAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(2));
        await DeleteAsync("card-1", 4, 5);

        (await VerifyAsync()).Findings.Should().BeEmpty("the store alone can't tell");
        (await VerifyAsync(note: note)).Findings.Should().Equal(new Finding(FindingKind.KeptMissing, Checkpoint: 2));
        (await VerifyAsync(file)).Findings.Should().Equal(new Finding(FindingKind.KeptMissing, Checkpoint: 2), Of(FindingKind.CutOff, "card-1", 3, 2, "5"));
    }

    [Fact]
    public async Task Checkpoints_made_anew_are_found_by_what_was_kept_where_nobody_has_the_key()
    {
        await HonestStoryAsync();
        var (file, note) = await KeepAsync();
        await ForgeAsync();

        (await VerifyAsync(new KeptElsewhere())).Findings.Should().BeEmpty("nobody vouches for the key");
        (await VerifyAsync(new KeptElsewhere(Note: note))).Findings.Should().Equal(new Finding(FindingKind.KeptDiffers, Checkpoint: 2));
        (await VerifyAsync(new KeptElsewhere(File: file))).Findings.Should().Equal(
            new(FindingKind.CheckpointForeignKey, Checkpoint: 1), new(FindingKind.CheckpointForeignKey, Checkpoint: 2), new(FindingKind.KeptDiffers, Checkpoint: 2), Of(FindingKind.CutOff, "card-1", 3, 2, "5"));
    }

    [Fact]
    public async Task A_checkpoint_made_anew_by_whoever_has_the_key_is_found_by_what_was_kept()
    {
        await HonestStoryAsync();
        var (file, note) = await KeepAsync();
        await DeleteAsync("card-1", 5);
        await DeleteAsync(Checkpoints.Table, Checkpoints.Partition, KeyOf(2));
        await TickAsync();

        (await VerifyAsync()).Findings.Should().BeEmpty("who has the key can sign whatever he likes");
        (await VerifyAsync(file, note)).Findings.Should().Equal(
            new(FindingKind.KeptDiffers, Checkpoint: 2), new(FindingKind.KeptDiffers, Checkpoint: 2), Of(FindingKind.CutOff, "card-1", 4, 2, "5"));
    }

    [Fact]
    public async Task What_was_kept_still_holds_when_others_have_followed()
    {
        await HonestStoryAsync();
        var (file, note) = await KeepAsync();
        await DoAsync("card-1", new CardEvent.TakenDown());
        await TickAsync();

        (await VerifyAsync(file, note)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_kept_file_that_was_changed_is_found()
    {
        await HonestStoryAsync();
        var (file, _) = await KeepAsync();

        foreach (var changed in (ExportedCheckpoint[])[file with { Text = file.Text + "\n" }, file with { Heads = [.. file.Heads.Skip(1)] }, file with { Checkpoint = file.Checkpoint with { Signature = new byte[64] } }])
            (await VerifyAsync(changed)).Findings.Should().Equal(new Finding(FindingKind.KeptForged, Checkpoint: 2));
    }

    [Fact]
    public async Task A_kept_file_of_another_installation_is_found()
    {
        await HonestStoryAsync();
        var (file, _) = await KeepAsync();
        await ForgeAsync();
        var foreign = await ExportAsync();

        file.Checkpoint.Statement.Key.Should().NotBe(foreign.Checkpoint.Statement.Key);
        (await VerifyAsync(foreign)).Findings.Should().Contain(new Finding(FindingKind.KeptForeignKey, Checkpoint: 2));
    }

    private async Task<(ExportedCheckpoint File, KeptElsewhere.Noted Note)> KeepAsync()
    {
        var file = await ExportAsync();
        return (file, KeptElsewhere.Noted.Parse(new KeptElsewhere.Noted(2, file.Checkpoint.Statement.Hash).ToString())!);
    }
}
