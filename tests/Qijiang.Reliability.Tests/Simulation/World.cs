using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>One seed's world: two instances over the same rows and queues, people who ask them, timers, and two clocks that somebody sets.</summary>
internal sealed class World(int seed, Planted? planted, Scheduler scheduler, InMemoryMessageQueue queue, FakeClock clock, IKeyPort keys)
{
    /// <summary>When the domain's clock begins: Monday, 20 April 2026, at ten in Chongqing.</summary>
    public static readonly Instant Begin = Instant.FromUtc(2026, 4, 20, 2, 0);

    private const int Limit = 60_000;
    private static readonly DateTimeZone _zone = DateTimeZone.ForOffset(Offset.FromHours(8));
    private static readonly int[] _faultsInThousand = [0, 2, 6, 20];
    private readonly List<Task> underWay = [];
    private bool isQuiet;

    public int Seed => seed;

    public Planted? Planted => planted;

    public Scheduler Scheduler => scheduler;

    public InMemoryMessageQueue Queue => queue;

    public IKeyPort Keys => keys;

    public WorldRows Rows { get; set; } = null!;

    public WorldRows KeyRows { get; set; } = null!;

    public History Recorded { get; } = new();

    public Random Random => scheduler.Random;

    public LocalDate Today => clock.GetCurrentInstant().InZone(_zone).Date;

    /// <summary>A day from now, as requests write it.</summary>
    public string Day(int days) => LocalDatePattern.Iso.Format(Today.PlusDays(days));

    /// <summary>A message as it goes on its way: some are late.</summary>
    public Message Late(Message message) => !isQuiet && Random.Next(3) == 0 ? message with { Delay = message.Delay + TimeSpan.FromSeconds(Random.Next(1, 300)) } : message;

    /// <summary>Whether a message comes once more, later.</summary>
    public bool Repeats() => !isQuiet && Random.Next(25) == 0;

    /// <summary>Plays it to its end, and judges it.</summary>
    public Course Play(IReadOnlyList<Instance> instances)
    {
        var queues = instances[0].Queues;
        scheduler.NextMessage = () => queues.Min(queue.NextVisible);
        (scheduler.FaultsInThousand, scheduler.FaultsLeft) = (_faultsInThousand[Random.Next(_faultsInThousand.Length)], Random.Next(1, 16));
        foreach (var instance in instances)
        {
            instance.Reborn = () => Pump(instance);
            Pump(instance);
        }

        var stories = new Stories(this, new Client(this, instances)).Begin();
        underWay.AddRange(stories);
        underWay.Add(SetClocksAsync(instances));
        var faults = new List<string>();
        var rests = scheduler.Run(Limit);
        (isQuiet, scheduler.FaultsLeft) = (true, 0);
        foreach (var name in queues) ReplayPoison(name);
        foreach (var day in LastDays()) rests = rests && TickOn(day, instances);
        if (!rests) faults.Add("it does not come to rest");
        if (scheduler.HasStrayed) faults.Add("something went on where no seed decides");
        faults.AddRange(underWay.Where(task => task.IsFaulted).Select(task => task.Exception!.InnerException!.ToString()));
        if (faults is [] && stories.Any(story => !story.IsCompleted)) faults.Add("somebody waits for ever");
        if (faults is []) faults.AddRange(Judged(instances[0]));
        return new(seed, faults, [.. scheduler.Trace], EventsOf(Rows.Store));
    }

    private IReadOnlyList<string> Judged(Instance instance)
    {
        try
        {
            return [.. Verdict.On(Evidence.Of(this, instance))];
        }
        catch (Exception e)
        {
            return [$"it can't be read: {e}"];
        }
    }

    private void Pump(Instance instance)
    {
        foreach (var name in instance.Queues) underWay.Add(instance.PumpAsync(name));
    }

    private bool TickOn(LocalDate day, IReadOnlyList<Instance> instances)
    {
        clock.Reset(day.At(new LocalTime(10, 0)).InZoneStrictly(_zone).ToInstant());
        for (var time = 1; time <= 2; time++)
        {
            foreach (var instance in instances) underWay.Add(instance.TickAsync());
            if (!scheduler.Run(Limit)) return false;
        }

        return true;
    }

    // The domain's clock goes on by days, and both timers tick at once; the technical one is set forward and back.
    private async Task SetClocksAsync(IReadOnlyList<Instance> instances)
    {
        for (var steps = Random.Next(4); steps > 0; steps--)
        {
            await scheduler.WaitAsync("the clocks are set", after: TimeSpan.FromSeconds(Random.Next(1, 300)));
            scheduler.SetClock(TimeSpan.FromSeconds(Random.Next(-300, 1800)));
            if (Random.Next(3) > 0) clock.Reset(WorkingDay(Today.PlusDays(Random.Next(1, 16))).At(new LocalTime(10, Random.Next(60))).InZoneStrictly(_zone).ToInstant());
            foreach (var instance in instances) underWay.Add(instance.TickAsync());
        }
    }

    // Far enough for every promise to have lapsed; on working days within office hours, when reminders go out.
    private IEnumerable<LocalDate> LastDays() =>
        new[] { Today, new LocalDate(2026, 7, 15), new LocalDate(2026, 7, 22), new LocalDate(2026, 8, 12), new LocalDate(2026, 9, 16), new LocalDate(2026, 10, 21) }.Where(day => day >= Today);

    private void ReplayPoison(string name)
    {
        foreach (var message in queue.ReceiveAsync(StoreArguments.PoisonOf(name), 1000, TimeSpan.FromDays(1), CancellationToken.None).GetAwaiter().GetResult())
        {
            queue.SendAgainAsync(name, message.Envelope, TimeSpan.Zero, CancellationToken.None).GetAwaiter().GetResult();
            queue.DeleteAsync(message, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static LocalDate WorkingDay(LocalDate day)
    {
        while (day.DayOfWeek >= IsoDayOfWeek.Saturday || day is { Month: 5, Day: <= 5 } or { Month: 6, Day: >= 19 and <= 21 }) day = day.PlusDays(1);
        return day;
    }

    private static string EventsOf(InMemoryRowStore rows) =>
        string.Join('\n', Evidence.RowsOf(rows, "events").Select(row => $"{row.Partition} {row.Key} {(row.Data.Length == 0 ? "void" : row.Json["event"]!["type"])}"));
}
