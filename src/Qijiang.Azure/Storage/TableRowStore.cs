using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Qijiang.Azure.Messaging;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Azure.Storage;

/// <summary>
/// Rows in Azure Tables. Messages go first, delayed, naming the commit; whoever delivers them asks
/// <see cref="CheckAsync"/> whether it happened (README.md). One call a commit, two with a message.
/// </summary>
public sealed class TableRowStore : IRowStore
{
    /// <summary>A commit this long after its message was sent is refused: it must be over before anybody gives it up.</summary>
    private static readonly TimeSpan LatestCommit = TimeSpan.FromSeconds(60);

    private readonly OpenedOnce<TableClient> tables;
    private readonly QueueMessageQueue queue;
    private readonly TimeProvider time;

    /// <summary>Rows of one account. Keep one for the process: it holds the connections.</summary>
    /// <param name="options">The account.</param>
    /// <param name="queue">Where a commit's messages go.</param>
    /// <param name="time">Technical time.</param>
    /// <param name="tablePrefix">Before every table's name, besides the options' own prefix.</param>
    public TableRowStore(AzureStorageOptions options, QueueMessageQueue queue, TimeProvider time, string tablePrefix = "")
    {
        ArgumentNullException.ThrowIfNull(options);
        this.queue = queue;
        this.time = time;
        var service = AzureClients.Tables(options);
        var prefix = AzureClients.PrefixOf(options) + tablePrefix;
        tables = new(async name =>
        {
            await service.CreateTableIfNotExistsAsync(prefix + name);
            return service.GetTableClient(prefix + name);
        });
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> GetAsync(string table, string partition, string key, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckKey(key, nameof(key));
        var client = await tables.GetAsync(table, cancel);
        var answer = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel);
        return answer is { HasValue: true, Value: { } entity } ? RowLayout.ToRow(table, entity) : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanAsync(string table, string partition, string from, string before, int? limit, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        StoreArguments.CheckKey(partition, nameof(partition));
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(before);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        if (from.Length > 0)
            filter += " and " + TableClient.CreateQueryFilter($"RowKey ge {from}");
        if (before.Length > 0)
            filter += " and " + TableClient.CreateQueryFilter($"RowKey lt {before}");
        return QueryAsync(table, filter, limit, cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanTableAsync(string table, string? afterPartition, CancellationToken cancel)
    {
        StoreArguments.CheckTable(table);
        return QueryAsync(table, afterPartition is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {afterPartition}"), null, cancel);
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(
        string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        StoreArguments.CheckCommit(table, partition, changes, messages);
        TransactionLimit.Check(partition, changes);
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var client = await tables.GetAsync(table, cancel);
        if (messages.Count > 0)
            await SendFirstAsync(messages, new CommitRef(table, partition, changes.First(change => change is Change.Insert).Key, id), cancel);
        return await new TableCommit(client, partition, id).WriteAsync(changes, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitState> CheckAsync(CommitRef commit, bool giveUp, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var client = await tables.GetAsync(commit.Table, cancel);
        while (true)
        {
            var answer = await client.GetEntityIfExistsAsync<TableEntity>(commit.Partition, commit.Key, RowLayout.Marks, cancel);
            if (answer is { HasValue: true, Value: { } row })
                return RowLayout.IsInsertedBy(row, commit.Id) ? CommitState.Committed : CommitState.Never;
            if (!giveUp)
                return CommitState.NotYet;
            try
            {
                await client.AddEntityAsync(RowLayout.VoidRow(commit.Partition, commit.Key), cancel);
                return CommitState.Never;
            }
            catch (RequestFailedException e) when (e.Status == 409)
            {
                // Something came just now, perhaps the commit, perhaps our own void row: look again.
            }
        }
    }

    private async Task SendFirstAsync(IReadOnlyList<Message> messages, CommitRef commit, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        await Task.WhenAll(messages.Select(message => queue.SendFirstAsync(message, commit, cancel)));
        var took = time.GetElapsedTime(began);
        if (took > LatestCommit)
            throw new TimeoutException($"Sending a commit's messages took {took}; what is committed more than {LatestCommit} after the first could be given up as lost. Nothing was written.");
    }

    private async IAsyncEnumerable<Row> QueryAsync(string table, string? filter, int? limit, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (limit is <= 0)
            yield break;
        const int page = 1000;
        var client = await tables.GetAsync(table, cancel);
        var left = limit ?? int.MaxValue;
        await foreach (var entity in client.QueryAsync<TableEntity>(filter, Math.Min(left, page), cancellationToken: cancel))
        {
            // The SDK looks at it between pages alone.
            cancel.ThrowIfCancellationRequested();
            yield return RowLayout.ToRow(table, entity);
            if (--left == 0)
                yield break;
        }
    }
}
