using CsCheck;
using FluentAssertions;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.ReadModels;

/// <summary>Over random boards: lists kept step by step are the lists rebuilt from nothing, and both are what a child would say of the board.</summary>
public sealed class ProjectorLaw
{
    private static readonly string[] _cards = ["card-1", "card-2", "card-3"];
    private static readonly string[] _columns = ["todo", "doing", "done"];

    /// <summary>Which card; what happens to it (written or moved to a column, or taken down); whether its message comes at once.</summary>
    private static readonly Gen<List<(int Card, int What, bool Delivered)>> _days =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Bool).List[0, 25];

    [Fact]
    public Task A_rebuild_equals_what_was_kept_step_by_step() => _days.SampleAsync(RunAsync, iter: 100);

    private static async Task RunAsync(List<(int Card, int What, bool Delivered)> days)
    {
        var board = new Board();
        var column = new string?[3];
        var version = new int[3];
        foreach (var (card, what, delivered) in days)
        {
            var down = version[card] > 0 && column[card] is null;
            if (what == 3) await board.TakeDownAsync(_cards[card]);
            else if (version[card] == 0) await board.WriteAsync(_cards[card], _columns[what]);
            else await board.MoveAsync(_cards[card], _columns[what]);
            version[card]++;
            column[card] = what == 3 || down ? null : _columns[what];
            if (delivered) await board.ProjectAsync(_cards[card]);
        }

        foreach (var card in _cards) await board.ProjectAsync(card);
        var rebuilt = new InMemoryRowStore();
        var streams = new HashSet<string>();
        await foreach (var row in board.Rows.ScanTableAsync(EventStore.Table, null, CancellationToken.None)) streams.Add(row.Partition);
        var projector = new Projector(rebuilt, [new CardLists(board.Store)], board.Time);
        foreach (var stream in streams) await projector.StreamChangedAsync(StreamId.OfPartition(stream), CancellationToken.None);

        var right = Enumerable.Range(0, 3).Where(card => column[card] is not null).SelectMany(card => Board.Showing(_cards[card], column[card]!, version[card]));
        (await board.ShownAsync()).Should().BeEquivalentTo(right);
        (await board.ShownAsync(rebuilt)).Should().Equal(await board.ShownAsync());
    }
}
