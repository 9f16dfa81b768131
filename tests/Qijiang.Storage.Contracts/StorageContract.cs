using System.Security.Cryptography;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

/// <summary>
/// What the suites share. An engine's test class says how a clean store is had and, where the engine has a fake clock, how
/// it is moved. Each test has tables and queues of its own, so that an engine can keep one server for all.
/// </summary>
public abstract class StorageContract : IAsyncLifetime
{
    private StorageEngine? engine;

    /// <summary>An engine with nothing in it that this test could see.</summary>
    protected abstract Task<StorageEngine> CleanStore();

    /// <summary>Lets time pass for the engine: moves its fake clock, or waits where it has none.</summary>
    /// <param name="by">How long; the suites ask for a few seconds.</param>
    protected virtual Task Advance(TimeSpan by) => Task.Delay(by);

    /// <summary>Long enough that no test outlives it.</summary>
    protected static TimeSpan LongLease { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Short enough to wait for, where there is no fake clock.</summary>
    protected static TimeSpan ShortLease { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Keeps a defect from hanging the run; no test passes or fails by how fast it was.</summary>
    protected static TimeSpan Hung { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The row store under test.</summary>
    protected IRowStore Rows => engine!.Rows;

    /// <summary>The queue under test.</summary>
    protected IMessageQueue Queue => engine!.Queue;

    /// <summary>This test's table.</summary>
    protected string Table { get; } = "t" + RandomName();

    /// <summary>This test's queue.</summary>
    protected string QueueName { get; } = "q-" + RandomName();

    public async Task InitializeAsync() => engine = await CleanStore();

    public virtual async Task DisposeAsync()
    {
        if (engine?.Owner is { } owner)
            await owner.DisposeAsync();
    }

    /// <summary>Twelve letters and digits, never the same again.</summary>
    protected static string RandomName() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>So many random bytes.</summary>
    protected static byte[] RandomBytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>Commits into this test's table, without messages.</summary>
    protected Task<CommitResult> Commit(string partition, params Change[] changes) =>
        Rows.CommitAsync(Table, partition, changes, [], CancellationToken.None);

    /// <summary>Reads from this test's table.</summary>
    protected async Task<Row?> Get(string partition, string key) =>
        await Rows.GetAsync(Table, partition, key, CancellationToken.None);

    /// <summary>Scans this test's table.</summary>
    protected async Task<IReadOnlyList<Row>> Scan(string partition, string from = "", string before = "", int? limit = null) =>
        await ToList(Rows.ScanAsync(Table, partition, from, before, limit, CancellationToken.None));

    /// <summary>Reads a sequence to its end.</summary>
    protected static async Task<IReadOnlyList<T>> ToList<T>(IAsyncEnumerable<T> sequence)
    {
        List<T> all = [];
        await foreach (var item in sequence)
            all.Add(item);
        return all;
    }

    /// <summary>Takes what is visible right now.</summary>
    protected Task<IReadOnlyList<ReceivedMessage>> Receive(string queue, int max = 32, TimeSpan? lease = null) =>
        Queue.ReceiveAsync(queue, max, lease ?? LongLease, CancellationToken.None);

    /// <summary>Takes one message, letting time pass until it is there.</summary>
    protected async Task<ReceivedMessage> ReceiveOne(string queue, TimeSpan? lease = null)
    {
        for (var attempt = 0; attempt < 15; attempt++)
        {
            if (await Receive(queue, 1, lease) is [var message])
                return message;
            await Advance(TimeSpan.FromSeconds(1));
        }

        throw new InvalidOperationException($"Nothing came to {queue}.");
    }

    /// <summary>Lets time pass until the wait is over.</summary>
    protected async Task PassTimeUntil(Task waiting)
    {
        for (var i = 0; i < 60 && !waiting.IsCompleted; i++)
        {
            await Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(waiting, Task.Delay(10));
        }

        await waiting.WaitAsync(Hung);
    }

    /// <summary>
    /// What a consumer of the queue would get to see within a few seconds: where a message names a commit, only if that
    /// commit happened. Stops early once so many have come.
    /// </summary>
    protected async Task<IReadOnlyList<MessageEnvelope>> Delivered(string queue, int expected)
    {
        List<MessageEnvelope> delivered = [];
        for (var attempt = 0; attempt < (expected == 0 ? 4 : 15); attempt++)
        {
            foreach (var message in await Receive(queue))
            {
                if (message.Envelope.Commit is not { } commit || await Rows.CheckAsync(commit, giveUp: false, CancellationToken.None) == CommitState.Committed)
                    delivered.Add(message.Envelope);
                await Queue.DeleteAsync(message, CancellationToken.None);
            }

            if (expected > 0 && delivered.Count >= expected)
                break;
            await Advance(TimeSpan.FromSeconds(1));
        }

        return delivered;
    }
}
