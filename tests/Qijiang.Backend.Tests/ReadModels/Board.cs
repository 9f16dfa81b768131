using System.Text;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;

namespace Qijiang.Backend.Tests.ReadModels;

/// <summary>Cards and the lists in which they stand: what a test of the projector looks at.</summary>
internal sealed class Board
{
    private readonly Desk desk;
    private int commands;

    public Board()
    {
        Rows = new InMemoryRowStore();
        desk = new Desk(Rows);
    }

    public IRowStore Rows { get; }

    public FakeTimeProvider Time { get; } = new();

    public EventStore Store => desk.Store;

    public Task WriteAsync(string card, string column) =>
        DoAsync(card, new CardEvent.Written(column, new OfficialText("题目"), new PersonalText(new PersonId("p-citizen"), "原话")));

    public Task MoveAsync(string card, string column) => DoAsync(card, new CardEvent.Moved(column));

    public Task TakeDownAsync(string card) => DoAsync(card, new CardEvent.TakenDown());

    /// <summary>A projector in a process of its own, over these rows or over a store that intervenes.</summary>
    public Projector Projector(IRowStore? rows = null) => new(rows ?? Rows, [new CardLists(Store)], Time);

    public Task ProjectAsync(string card, IRowStore? rows = null) => Projector(rows).StreamChangedAsync(Desk.CardOf(card), CancellationToken.None);

    /// <summary>Everything in all lists: <c>list/key=data</c>.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(IRowStore? rows = null)
    {
        List<string> shown = [];
        await foreach (var row in (rows ?? Rows).ScanTableAsync("lists", null, CancellationToken.None))
            shown.Add($"{row.Partition}/{row.Key}={Encoding.UTF8.GetString(row.Data.Span)}");
        return shown;
    }

    /// <summary>What a card in a column looks like in both lists.</summary>
    public static IEnumerable<string> Showing(string card, string column, int version) =>
        [$"qj|all/{column}|{card}=v{version}", $"qj|column|{column}/{card}=v{version}"];

    private Task DoAsync(string card, CardEvent happened) => desk.DoAsync(card, $"command-{++commands}", happened);
}
