using System.Text.Json.Nodes;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>What is there when a world has come to rest: rows, queues, and what people read, as texts and bytes alone.</summary>
/// <param name="Recorded">What people were told.</param>
/// <param name="Rows">All rows, by table.</param>
/// <param name="Rebuilt">The rows of the lists when they were written anew from nothing.</param>
/// <param name="Poison">The messages that nobody could deliver.</param>
/// <param name="Read">What was read, by who and address.</param>
internal sealed record Evidence(History Recorded, ILookup<string, Evidence.Stored> Rows, IReadOnlyList<Evidence.Stored> Rebuilt, IReadOnlyList<string> Poison, Func<string, string, JsonNode> Read)
{
    private static readonly string[] _tables = ["events", "ledger", "lists", "ballots"];

    /// <summary>Collects it.</summary>
    public static Evidence Of(World world, Instance instance)
    {
        world.Scheduler.Outside = true;
        var rows = _tables.SelectMany(table => RowsOf(world.Rows.Store, table)).Concat(RowsOf(world.KeyRows.Store, "pollkeys")).ToLookup(row => row.Table);
        var poison = instance.Queues.SelectMany(name => Now(world.Queue.ReceiveAsync(StoreArguments.PoisonOf(name), 1000, TimeSpan.FromDays(1), CancellationToken.None))).Select(message => message.Envelope.Id).ToList();
        var read = new Dictionary<(string, string), JsonNode>();
        JsonNode Read(string who, string path)
        {
            if (read.TryGetValue((who, path), out var known)) return known;
            var answer = Now(instance.AnswerAsync(new PersonId(who), "GET", path, null, null));
            return read[(who, path)] = answer.IsDone ? JsonNode.Parse(answer.Body)! : new JsonObject { ["refused"] = answer.Body };
        }

        return new(world.Recorded, rows, Rebuild(world, instance), poison, Read);
    }

    /// <summary>All rows of a table.</summary>
    public static IReadOnlyList<Stored> RowsOf(InMemoryRowStore store, string table) =>
        Now(store.ScanTableAsync(table, null, CancellationToken.None).Select(row => new Stored(table, row.Partition, row.Key, row.Data.ToArray())).ToListAsync().AsTask());

    private static IReadOnlyList<Stored> Rebuild(World world, Instance instance)
    {
        var before = world.Rows;
        var copy = before.Store.Copy(new InMemoryMessageQueue(TimeProvider.System));
        copy.Drop("lists");
        copy.Drop("summaries");
        world.Rows = new(copy, world);
        Now(RebuildAsync(instance));
        world.Rows = before;
        return RowsOf(copy, "lists");
    }

    private static async Task<bool> RebuildAsync(Instance instance)
    {
        await instance.Get<Rebuild>().RunAsync(_ => { }, CancellationToken.None);
        return true;
    }

    private static T Now<T>(Task<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("something waits although nobody else is at work");

    /// <summary>A row.</summary>
    internal sealed record Stored(string Table, string Partition, string Key, byte[] Data)
    {
        private JsonNode? json;

        /// <summary>Its bytes, read as JSON.</summary>
        public JsonNode Json => json ??= JsonNode.Parse(Data)!;
    }
}
