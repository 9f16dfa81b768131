using System.Security.Cryptography;
using Azure.Data.Tables;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Emulator;

/// <summary>The calls of an append by the SDK alone, with none of the adapter's checks, limits or recognition of its own writes.</summary>
internal sealed class SdkCalls : Subject
{
    private static readonly TimeSpan _never = TimeSpan.FromSeconds(-1);

    private readonly EmulatedPlace place;
    private readonly SampleAppend sample;
    private readonly string message;
    private readonly string? commit;

    private SdkCalls(EmulatedPlace place, SampleAppend sample, string message, string? commit)
    {
        this.place = place;
        this.sample = sample;
        this.message = message;
        this.commit = commit;
    }

    /// <summary>Insert the event, then send the body.</summary>
    public static async Task<Subject> InsertThenSendAsync(string connection, SampleAppend sample) =>
        new SdkCalls(await EmulatedPlace.CreateAsync(connection), sample, Convert.ToBase64String(sample.Message), null);

    /// <summary>The adapter's own two calls with as many bytes: send, delayed; then write the events in one request.</summary>
    public static async Task<Subject> MessageFirstAsync(string connection, SampleAppend sample)
    {
        var place = await EmulatedPlace.CreateAsync(connection);
        var commit = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var named = new CommitRef(place.Name, SampleAppend.PartitionOf(0, 0), sample.KeyOf(0, 0), commit);
        var envelope = new MessageEnvelope(SampleAppend.MessageIdOf(0, 0), sample.Message, TimeProvider.System.GetUtcNow(), named);
        return new SdkCalls(place, sample, Convert.ToBase64String(MessageEnvelopeCodec.Encode(envelope)), commit);
    }

    /// <inheritdoc/>
    public override async Task DoAsync(int caller, int n)
    {
        if (commit is null)
        {
            await place.Table.AddEntityAsync(EntityOf(caller, n, 0));
            await place.Queue.SendMessageAsync(message);
            return;
        }

        await place.Queue.SendMessageAsync(message, TimeSpan.FromSeconds(1), _never);
        if (sample.Events.Count == 1)
            await place.Table.AddEntityAsync(EntityOf(caller, n, 0));
        else
            await place.Table.SubmitTransactionAsync(Enumerable.Range(0, sample.Events.Count).Select(i => new TableTransactionAction(TableTransactionActionType.Add, EntityOf(caller, n, i))));
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TableEntity EntityOf(int caller, int n, int index)
    {
        var entity = new TableEntity(SampleAppend.PartitionOf(caller, n), sample.KeyOf(n, index)) { ["d0"] = sample.Events[index] };
        if (commit is not null)
            entity["c"] = commit;
        return entity;
    }
}
