using NodaTime.Testing;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Reliability.Tests.Faults;
using Qijiang.Storage.Contracts;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Plays worlds, one after another, on one thread: two instances, and the rows of a congress that was just set up, of which each world begins with a copy.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private static readonly DateTimeOffset _begin = new(2031, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly InMemoryKeyPort keys = new();
    private readonly FakeClock clock = new(World.Begin);
    private readonly InMemoryRowStore keyRows = new();
    private readonly InMemoryRowStore[] rows;
    private readonly Instance[] instances;
    private Scheduler? last;

    public Rig()
    {
        instances = [new("A", clock, keys), new("B", clock, keys)];
        keys.CreateAsync(DataKeys.RootKey, KeyUse.Wrap, CancellationToken.None).GetAwaiter().GetResult();
        // Numbers follow from the key of look-ups: with a random one no seed would play the same course twice.
        var lookups = keys.WrapAsync(DataKeys.RootKey, new byte[32], CancellationToken.None).GetAwaiter().GetResult();
        keyRows.CommitAsync("keys", KeyOwner.Lookups.Name, [new Change.Insert("key", lookups)], [], CancellationToken.None).GetAwaiter().GetResult();
        rows = [SetUp(messageFirst: false), SetUp(messageFirst: true)];
    }

    /// <summary>Plays the world of a seed.</summary>
    public Course Play(int seed, Planted? planted = null)
    {
        var world = NewWorld(seed, planted, rows[seed % 2].SendsFirst);
        return world.Play(instances);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    private World NewWorld(int seed, Planted? planted, bool messageFirst)
    {
        // Later than anything an instance remembers from another world.
        var scheduler = new Scheduler(seed, (last?.Now ?? _begin) + TimeSpan.FromDays(1));
        last = scheduler;
        var time = new SimulatedTime(() => scheduler);
        var queue = new InMemoryMessageQueue(time);
        var world = new World(seed, planted, scheduler, queue, clock, keys);
        world.Rows = new(rows is null ? new(queue, messageFirst) : rows[messageFirst ? 1 : 0].Copy(queue), world);
        world.KeyRows = new(rows is null ? keyRows : keyRows.Copy(new(time)), world);
        clock.Reset(World.Begin);
        foreach (var instance in instances) instance.Enter(world);
        return world;
    }

    private InMemoryRowStore SetUp(bool messageFirst)
    {
        var world = NewWorld(0, null, messageFirst);
        world.Scheduler.Outside = true;
        instances[0].Get<Provisioning>().ApplyAsync(People.Plan, CancellationToken.None).GetAwaiter().GetResult();
        instances[0].Get<NoticeUseCases>().EnterOwnAsync(CancellationToken.None).GetAwaiter().GetResult();
        return world.Rows.Store;
    }
}
