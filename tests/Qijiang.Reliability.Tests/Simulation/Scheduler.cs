using System.Globalization;
using Qijiang.Storage.Contracts.Faults;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>
/// Decides what happens next. Everything that goes on in a world waits for its turn here; one is chosen by the seed and runs,
/// on this thread and no other, up to where it has to wait again. So one seed is one course of events.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="begin">When technical time begins.</param>
internal sealed class Scheduler(int seed, DateTimeOffset begin)
{
    private readonly List<Turn> waiting = [];
    private readonly List<Turn> ready = [];
    private readonly List<(TimeSpan At, string On, string What, Fate Fate)> trace = [];
    private readonly int thread = Environment.CurrentManagedThreadId;

    /// <summary>All chance comes from here.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>The technical clock, as everybody reads it; it may be set.</summary>
    public DateTimeOffset Now { get; private set; } = begin;

    /// <summary>The ticks that have passed, however the clock was set.</summary>
    public long Passed { get; private set; }

    /// <summary>How many calls of a thousand go wrong.</summary>
    public int FaultsInThousand { get; set; }

    /// <summary>How many calls may still go wrong.</summary>
    public int FaultsLeft { get; set; }

    /// <summary>Calls are made at once and nothing goes wrong: for whoever looks at the world from outside.</summary>
    public bool Outside { get; set; }

    /// <summary>How many turns there were.</summary>
    public int Steps => trace.Count;

    /// <summary>Whether the course has left this thread, where no seed decides.</summary>
    public bool HasStrayed { get; private set; }

    /// <summary>When a message can be received next; null: there is none.</summary>
    public Func<DateTimeOffset?> NextMessage { get; set; } = () => null;

    /// <summary>What was done, turn by turn.</summary>
    public IEnumerable<string> Trace => trace.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} +{step.At.TotalSeconds:0.###} {step.On} {step.What}{(step.Fate is Fate.Done ? "" : $" !! {step.Fate}")}"));

    /// <summary>Waits for a turn at which nothing can go wrong.</summary>
    /// <param name="what">What is to happen, for the trace.</param>
    /// <param name="on">The instance with which it dies.</param>
    /// <param name="when">What it waits for.</param>
    /// <param name="after">How long it waits at least.</param>
    public Task WaitAsync(string what, Instance? on = null, Func<bool>? when = null, TimeSpan after = default) =>
        AddAsync(new(on, what) { When = when, NotBefore = Now + after });

    /// <summary>Waits for something, but not for ever.</summary>
    /// <returns>Whether it has come.</returns>
    public async Task<bool> InTimeAsync(Task work, string what, TimeSpan patience)
    {
        var timeOut = new Turn(null, what) { NotBefore = Now + patience };
        await Task.WhenAny(work, AddAsync(timeOut));
        waiting.Remove(timeOut);
        return work.IsCompleted;
    }

    /// <summary>Makes a call on an instance when its turn has come; it may fail, hang, or be the instance's last.</summary>
    public async Task<T> CallAsync<T>(Instance on, string what, Func<Task<T>> call)
    {
        if (Outside) return await call();
        var fate = await AddAsync(new(on, what) { IsCall = true });
        if (fate is Fate.Before) throw new StoreDownException();
        if (fate is Fate.DiesBefore) return await DieAsync<T>(on);
        var answer = await call();
        if (fate is Fate.AnswerLost) throw new StoreDownException();
        return fate is Fate.DiesAfter ? await DieAsync<T>(on) : answer;
    }

    /// <summary>What an instance had under way is gone.</summary>
    public void Drop(Instance on) => waiting.RemoveAll(turn => turn.On == on);

    /// <summary>Sets the technical clock.</summary>
    public void SetClock(TimeSpan by) => Now += by;

    /// <summary>Goes on until nothing is left to do.</summary>
    /// <param name="limit">How many turns that may take.</param>
    /// <returns>False: it doesn't come to rest.</returns>
    public bool Run(int limit)
    {
        for (var step = 0; step < limit; step++)
        {
            if (Choose() is not { } turn) return true;
            Take(turn);
        }

        return false;
    }

    private Task<Fate> AddAsync(Turn turn)
    {
        if (Environment.CurrentManagedThreadId != thread) HasStrayed = true;
        waiting.Add(turn);
        return turn.Task;
    }

    private Turn? Choose()
    {
        while (true)
        {
            ready.Clear();
            DateTimeOffset? next = null;
            foreach (var turn in waiting)
            {
                if (turn.NotBefore > Now) next = next is { } n && n < turn.NotBefore ? n : turn.NotBefore;
                else if (turn.When?.Invoke() != false) ready.Add(turn);
            }

            if (ready.Count > 0) return ready[Random.Next(ready.Count)];
            if (NextMessage() is { } message && message > Now && (next is null || message < next)) next = message;
            if (next is null) return null;
            Pass(next.Value - Now);
        }
    }

    private void Take(Turn turn)
    {
        Pass(TimeSpan.FromMilliseconds(Random.Next(20)));
        var fate = turn.IsCall ? FateOf(turn) : Fate.Done;
        trace.Add((TimeSpan.FromTicks(Passed), turn.On?.ToString() ?? "-", turn.What, fate));
        if (fate is Fate.Hangs)
        {
            turn.HasHung = true;
            turn.NotBefore = Now + TimeSpan.FromMinutes(Random.Next(3, 25));
            return;
        }

        waiting.Remove(turn);
        turn.Come(fate);
    }

    private Fate FateOf(Turn turn)
    {
        if (FaultsLeft == 0 || Random.Next(1000) >= FaultsInThousand) return Fate.Done;
        FaultsLeft--;
        var fate = (Fate)Random.Next(1, 6);
        return fate is Fate.Hangs && turn.HasHung ? Fate.Done : fate;
    }

    private void Pass(TimeSpan time)
    {
        Now += time;
        Passed += time.Ticks;
    }

    private static async Task<T> DieAsync<T>(Instance on)
    {
        on.Die();
        return await new TaskCompletionSource<T>().Task;   // nobody is there any more whom it could answer
    }
}
