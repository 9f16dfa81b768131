using FluentAssertions;
using Qijiang.Backend.Audit;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task In_what_nobody_touched_nothing_is_found()
    {
        await HonestStoryAsync();
        await DoAsync("card-4", new CardEvent.Moved("doing"));
        await DoAsync("card-5", Written, new CardEvent.TakenDown());

        var verified = await VerifyAsync(await ExportAsync());

        verified.Findings.Should().BeEmpty();
        (verified.Streams, verified.Rows, verified.Uncovered, verified.Checkpoints, verified.Newest!.Number, verified.Newest.Streams).Should().Be((5, 13, 3, 2, 2, 4));
    }

    [Fact]
    public async Task Where_there_is_nothing_nothing_is_found_and_nothing_is_signed()
    {
        (await TickAsync()).Should().BeNull();

        (await VerifyAsync()).Should().BeEquivalentTo(new { Streams = 0, Rows = 0, Checkpoints = 0, Newest = (Checkpoint?)null, Findings = Array.Empty<Finding>() });
    }

    [Fact]
    public async Task A_commit_that_was_given_up_is_a_version_like_any_other()
    {
        await DoAsync("card-1", Written);
        await GiveUpAsync("card-1", 2);
        await TickAsync();
        await DoAsync("card-1", new CardEvent.Moved("doing"));
        await GiveUpAsync("card-2", 1);
        await TickAsync();

        (await VerifyAsync()).Should().BeEquivalentTo(new { Streams = 2, Rows = 4, Uncovered = 0, Findings = Array.Empty<Finding>() });
    }

    [Fact]
    public async Task What_was_erased_is_verified_as_before_and_no_key_is_needed()
    {
        await HonestStoryAsync();
        var kept = await ExportAsync();
        await Keys.DestroyAsync(KeyOwner.Person(_citizen), CancellationToken.None);
        await Keys.DestroyAsync(KeyOwner.Stream(new(new("qj"), "card", "card-1")), CancellationToken.None);
        await port.DestroyAsync(DataKeys.RootKey, CancellationToken.None);

        (await VerifyAsync(new KeptElsewhere(File: kept))).Should().BeEquivalentTo(new { Streams = 4, Rows = 10, Findings = Array.Empty<Finding>() });
    }

    [Fact]
    public async Task Where_nothing_has_changed_there_is_no_other_checkpoint()
    {
        await DoAsync("card-1", Written);
        var first = await TickAsync();

        (await TickAsync())!.Statement.Should().Be(first!.Statement);
        (await VerifyAsync()).Checkpoints.Should().Be(1);
    }

    [Fact]
    public async Task Of_timers_that_tick_at_once_one_wins_and_all_tell_the_same()
    {
        await DoAsync("card-1", Written);
        await port.CreateAsync("checkpoints", KeyUse.Sign, CancellationToken.None);

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TickAsync())));

        told.Select(signed => signed!.Statement.Hash).Distinct().Should().ContainSingle();
        (await VerifyAsync()).Should().BeEquivalentTo(new { Checkpoints = 1, Findings = Array.Empty<Finding>() });
    }

    [Fact]
    public async Task Streams_that_grow_while_a_checkpoint_is_made_or_verified_raise_no_alarm()
    {
        await HonestStoryAsync();
        await DoAsync("card-1", new CardEvent.Moved("doing"));
        var growing = new GrowingRowStore(Rows, async () =>
        {
            // Before what is being read, where it is, and after it.
            foreach (var card in (string[])["card-0", "card-1", "card-2", "card-9"]) await DoAsync(card, new CardEvent.Moved("doing"));
        });

        await TickAsync(rows: growing);
        (await VerifyAsync()).Should().BeEquivalentTo(new { Checkpoints = 3, Findings = Array.Empty<Finding>() });

        growing.Meanwhile = async () =>
        {
            await DoAsync("card-2", new CardEvent.Moved("done"));
            await DoAsync("card-8", Written);
            await TickAsync();
        };
        (await VerifyAsync(rows: growing)).Findings.Should().BeEmpty();
        (await VerifyAsync()).Should().BeEquivalentTo(new { Checkpoints = 4, Uncovered = 0, Findings = Array.Empty<Finding>() });
    }

    [Fact]
    public async Task Many_heads_lie_in_many_rows_and_all_are_covered()
    {
        // A line takes up to 480 characters: six hundred of them are more than a row of 256 KiB.
        var names = Enumerable.Range(0, 600).Select(number => $"{new string('n', 380)}{number:D3}").ToList();
        foreach (var batch in names.Chunk(60)) await Task.WhenAll(batch.Select(name => Rows.CommitAsync(EventStore.Table, PartitionOf(name), [new Change.Insert(KeyOf(1), "{}"u8.ToArray())], [], CancellationToken.None)));
        await TickAsync();

        (await ToList(Rows.ScanTableAsync(Checkpoints.HeadTable, null, CancellationToken.None))).Should().HaveCountGreaterThan(1);
        (await ExportAsync()).Heads.Should().HaveCount(600);
        await DeleteAsync(names[599], 1);
        (await VerifyAsync()).Findings.Where(finding => finding.Kind != FindingKind.Unreadable).Should().Equal(Of(FindingKind.Gone, names[599], 0, 1, "1"));
    }

    private async Task GiveUpAsync(string card, int version) =>
        await Rows.CheckAsync(new CommitRef(EventStore.Table, PartitionOf(card), KeyOf(version), RandomName()), giveUp: true, CancellationToken.None);
}
