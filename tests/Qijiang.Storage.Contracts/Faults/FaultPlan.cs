namespace Qijiang.Storage.Contracts.Faults;

/// <summary>
/// Fails one storage call: the n-th of all that go through the stores and queues which share this. Every place where a
/// process can die between two calls is one n.
/// </summary>
public sealed class FaultPlan
{
    private int calls;
    private int at = int.MaxValue;
    private bool counting = true;

    /// <summary>How many calls there were.</summary>
    public int Calls => calls;

    /// <summary>Whether the call has come.</summary>
    public bool HasHappened => calls >= at;

    /// <summary>How it fails.</summary>
    public FaultKind Kind { get; private set; }

    /// <summary>What a slow call waits for; it may do whatever others do meanwhile.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>A plan that begins at once.</summary>
    /// <param name="call">Which call fails; the first is 1.</param>
    /// <param name="kind">How.</param>
    public static FaultPlan At(int call, FaultKind kind)
    {
        var plan = new FaultPlan();
        plan.Arm(call, kind);
        return plan;
    }

    /// <summary>From now on calls are counted, and one of them fails.</summary>
    /// <param name="call">Which; the next is 1.</param>
    /// <param name="kind">How.</param>
    public void Arm(int call, FaultKind kind) => (calls, at, Kind) = (0, call, kind);

    /// <summary>Does something beside what is tried here: its calls neither fail nor count.</summary>
    /// <param name="beside">What.</param>
    public async Task<T> UncountedAsync<T>(Func<Task<T>> beside)
    {
        counting = false;
        try
        {
            return await beside();
        }
        finally
        {
            counting = true;
        }
    }

    /// <summary>Counts a call.</summary>
    /// <returns>How it is to fail; null: it is not.</returns>
    internal FaultKind? Next() => counting && Interlocked.Increment(ref calls) == at ? Kind : null;

    /// <summary>A call that fails where its number has come.</summary>
    internal Task<T> CallAsync<T>(Func<Task<T>> call) => CallAsync(Next(), call);

    /// <summary>A call that was counted.</summary>
    internal async Task<T> CallAsync<T>(FaultKind? fault, Func<Task<T>> call)
    {
        switch (fault)
        {
            case null: return await call();
            case FaultKind.Slow or FaultKind.FrozenWriter:
                await Meanwhile();
                return await call();
            case FaultKind.AnswerLost:
                await call();
                throw new StoreDownException();
            default: throw new StoreDownException();
        }
    }
}
