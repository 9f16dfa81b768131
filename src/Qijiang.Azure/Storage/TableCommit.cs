using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Qijiang.Backend.Storage;

namespace Qijiang.Azure.Storage;

/// <summary>One commit on its way into a table: one call, and more only where something went wrong.</summary>
/// <param name="client">The table.</param>
/// <param name="partition">The partition.</param>
/// <param name="id">The commit's random id, by which it recognises its own rows.</param>
internal sealed class TableCommit(TableClient client, string partition, string id)
{
    public async Task<CommitResult> WriteAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var attempts = new AttemptCounter.Attempts();
        using (AttemptCounter.Counting(attempts))
        {
            try
            {
                return changes.Count == 1 ? await WriteOneAsync(changes[0], cancel) : await WriteAllAsync(changes, cancel);
            }
            catch (RequestFailedException e) when (IsLostRace(e))
            {
                return (attempts.Repeated ? await RecogniseAsync(changes, cancel) : null) ?? await AfterLostRaceAsync(changes, e, cancel);
            }
            catch (Exception e) when (IsUnknown(e, cancel))
            {
                if (await RecogniseAsync(changes, cancel) is { } own)
                    return own;
                throw;
            }
        }
    }

    private static bool IsLostRace(RequestFailedException e) =>
        e.Status is 404 or 409 or 412 && e.ErrorCode != TableErrorCode.TableNotFound && e.ErrorCode != TableErrorCode.TableBeingDeleted;

    // The answer was lost, or says nothing about the write: only the rows can tell.
    private static bool IsUnknown(Exception e, CancellationToken cancel) =>
        !cancel.IsCancellationRequested && e is not RequestFailedException { Status: >= 400 and < 500 and not 408 };

    // A row that is not there needs no deleting, but fails the transaction: it goes on without that change.
    private async Task<CommitResult> AfterLostRaceAsync(IReadOnlyList<Change> changes, RequestFailedException e, CancellationToken cancel)
    {
        var failed = changes.Count == 1 ? changes[0] : Failed(changes, e);
        if (failed is not Change.Delete { ETag: null })
            return new CommitResult.Conflict(failed.Key);
        Change[] rest = [.. changes.Where(change => change != failed)];
        return rest.Length == 0 ? new CommitResult.Committed(new Dictionary<string, string>()) : await WriteAsync(rest, cancel);
    }

    private static Change Failed(IReadOnlyList<Change> changes, RequestFailedException e) =>
        e is TableTransactionFailedException { FailedTransactionActionIndex: { } index }
            ? changes[index]
            : changes.First(change => change is Change.Insert or Change.Replace or Change.Delete { ETag: not null });

    private async Task<CommitResult> WriteOneAsync(Change change, CancellationToken cancel)
    {
        var response = change switch
        {
            Change.Insert => await client.AddEntityAsync(EntityOf(change), cancel),
            Change.Replace c => await client.UpdateEntityAsync(EntityOf(c), RowLayout.ServiceETag(c.ETag), TableUpdateMode.Replace, cancel),
            Change.Upsert => await client.UpsertEntityAsync(EntityOf(change), TableUpdateMode.Replace, cancel),
            _ => await client.DeleteEntityAsync(partition, change.Key, ETagOf(change), cancel),
        };
        // The SDK lets one failure pass: deleting what is not there.
        if (response.IsError)
            throw new RequestFailedException(response);
        return Committed([change], [response]);
    }

    private async Task<CommitResult> WriteAllAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var responses = await client.SubmitTransactionAsync(changes.Select(ActionOf), cancel);
        return Committed(changes, responses.Value);
    }

    private CommitResult.Committed Committed(IReadOnlyList<Change> changes, IReadOnlyList<Response> responses) => new(
        changes.Zip(responses)
            .Where(pair => pair.First is not Change.Delete)
            .ToDictionary(pair => pair.First.Key, pair => RowLayout.PortETagOf(pair.First, pair.Second.Headers.ETag, id), StringComparer.Ordinal));

    private TableTransactionAction ActionOf(Change change) => change switch
    {
        Change.Insert => new(TableTransactionActionType.Add, EntityOf(change)),
        Change.Replace => new(TableTransactionActionType.UpdateReplace, EntityOf(change), ETagOf(change)),
        Change.Upsert => new(TableTransactionActionType.UpsertReplace, EntityOf(change)),
        _ => new(TableTransactionActionType.Delete, EntityOf(change), ETagOf(change)),
    };

    private TableEntity EntityOf(Change change) => change switch
    {
        Change.Insert c => RowLayout.Inserted(partition, c.Key, c.Data, id),
        Change.Replace c => RowLayout.Replaced(partition, c.Key, c.Data, id, c.ETag),
        Change.Upsert c => RowLayout.Upserted(partition, c.Key, c.Data, id),
        _ => new TableEntity(partition, change.Key),
    };

    private static ETag ETagOf(Change change) => change switch
    {
        Change.Replace c => RowLayout.ServiceETag(c.ETag),
        Change.Delete { ETag: { } etag } => RowLayout.ServiceETag(etag),
        _ => ETag.All,
    };

    /// <summary>
    /// Whether the rows say that this commit happened; null: they don't. An inserted row says so for ever; where there is
    /// none, a written row says so until somebody else writes it; deletions alone leave nothing that could.
    /// </summary>
    private async Task<CommitResult?> RecogniseAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var witness = changes.FirstOrDefault(change => change is Change.Insert) ?? changes.FirstOrDefault(change => change is not Change.Delete);
        if (witness is null || await MarksOfAsync(witness.Key, cancel) is not { } marks)
            return null;
        if (witness is Change.Insert ? !RowLayout.IsInsertedBy(marks, id) : !RowLayout.IsLastWrittenBy(marks, id))
            return null;
        Dictionary<string, string> etags = new(StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change is not Change.Delete))
            etags[change.Key] = RowLayout.PortETagOf(change, OwnETag(change == witness ? marks : await MarksOfAsync(change.Key, cancel)), id);
        return new CommitResult.Committed(etags);
    }

    // Null where somebody has written the row since: our ETag is then one that matches no more.
    private ETag? OwnETag(TableEntity? marks) => marks is not null && RowLayout.IsLastWrittenBy(marks, id) ? marks.ETag : null;

    private async Task<TableEntity?> MarksOfAsync(string key, CancellationToken cancel)
    {
        var answer = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, RowLayout.Marks, cancel);
        return answer.HasValue ? answer.Value : null;
    }
}
