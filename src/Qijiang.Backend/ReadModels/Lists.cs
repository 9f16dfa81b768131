using System.Runtime.CompilerServices;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.ReadModels;

/// <summary>Reads the lists: one partition is exactly one question, so that a page is one range of keys.</summary>
public sealed class Lists(IRowStore rows)
{
    internal const string Table = "lists";

    /// <summary>A page of a list, in the order of its keys.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="question">The question.</param>
    /// <param name="after">The key after which the page begins; null: the first page.</param>
    /// <param name="limit">How many rows at most.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<Row>> PageAsync(CongressId congress, string question, string? after, int limit, CancellationToken cancel)
    {
        var page = new List<Row>(limit);
        await foreach (var row in rows.ScanAsync(Table, PartitionOf(congress, question), after is null ? "" : after + "!", "", limit, cancel)) page.Add(row);
        return page;
    }

    /// <summary>All rows of a list up to a key.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="question">The question.</param>
    /// <param name="before">The end, exclusive; empty: to the last.</param>
    /// <param name="cancel">Stops reading.</param>
    public async IAsyncEnumerable<Row> ReadAsync(CongressId congress, string question, string before, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.ScanAsync(Table, PartitionOf(congress, question), "", before, null, cancel)) yield return row;
    }

    /// <summary>Puts a row into a list that no stream's summary keeps: what went out, by the key that makes it idempotent.</summary>
    public async Task PutAsync(CongressId congress, string question, string key, ReadOnlyMemory<byte> data, CancellationToken cancel) =>
        await rows.CommitAsync(Table, PartitionOf(congress, question), [new Change.Upsert(key, data)], [], cancel);

    /// <summary>Puts such a row where there is none yet.</summary>
    /// <returns>What is there: this, or what was first.</returns>
    public async Task<ReadOnlyMemory<byte>> FirstAsync(CongressId congress, string question, string key, ReadOnlyMemory<byte> data, CancellationToken cancel)
    {
        var partition = PartitionOf(congress, question);
        if (await rows.CommitAsync(Table, partition, [new Change.Insert(key, data)], [], cancel) is CommitResult.Committed) return data;
        return (await rows.GetAsync(Table, partition, key, cancel))!.Data;
    }

    /// <summary>Takes such a row out again; nothing where it is not there.</summary>
    public async Task RemoveAsync(CongressId congress, string question, string key, CancellationToken cancel) =>
        await rows.CommitAsync(Table, PartitionOf(congress, question), [new Change.Delete(key, null)], [], cancel);

    internal static string PartitionOf(CongressId congress, string question) => $"{congress.Value}|{question}";
}
