namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Somebody who waits for the scheduler: a storage call that is to be made, a client that is to ask, a pump, a timer.</summary>
/// <param name="on">The instance that dies with it or fails it; null: nothing can go wrong here.</param>
/// <param name="what">What it is, for the trace.</param>
internal sealed class Turn(Instance? on, string what)
{
    private readonly TaskCompletionSource<Fate> come = new();   // what follows runs at once, on the scheduler's own thread

    public Instance? On { get; } = on;

    public string What { get; } = what;

    /// <summary>Whether something may go wrong.</summary>
    public bool IsCall { get; init; }

    /// <summary>What it waits for besides time.</summary>
    public Func<bool>? When { get; init; }

    /// <summary>Before when it can't come.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Whether it has hung already.</summary>
    public bool HasHung { get; set; }

    public Task<Fate> Task => come.Task;

    public void Come(Fate fate) => come.SetResult(fate);
}
