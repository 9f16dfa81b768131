namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Plays many seeds, a rig for each processor.</summary>
internal static class Seeds
{
    private const int Stack = 16 * 1024 * 1024;

    /// <summary>Plays seeds one after another, on as many threads as there are processors.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="planted">What is planted.</param>
    /// <param name="seen">Told of each; false ends it.</param>
    public static Task PlayAsync(int first, int count, Planted? planted, Func<Course, bool> seen)
    {
        var next = first - 1;
        var goesOn = true;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(count, Environment.ProcessorCount)).Select(_ => OnThreadAsync(async () =>
        {
            await using var rig = new Rig();
            while (goesOn && Interlocked.Increment(ref next) is var seed && seed < first + count)
                if (!seen(rig.Play(seed, planted))) goesOn = false;
        })));
    }

    // A thread of its own: what waits goes on at once where it is, which no pool's thread and no test's context would let it.
    private static Task OnThreadAsync(Func<Task> work)
    {
        var done = new TaskCompletionSource();
        var thread = new Thread(() =>
        {
            try
            {
                work().GetAwaiter().GetResult();
                done.SetResult();
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }, Stack)
        { IsBackground = true };
        thread.Start();
        return done.Task;
    }
}
