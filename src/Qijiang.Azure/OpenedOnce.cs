using System.Collections.Concurrent;

namespace Qijiang.Azure;

/// <summary>Tables or queues by name, each made sure of once in this process, on first use.</summary>
/// <param name="open">Makes sure that it exists, and gives its client.</param>
internal sealed class OpenedOnce<TClient>(Func<string, Task<TClient>> open)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TClient>>> opened = new(StringComparer.Ordinal);

    public async ValueTask<TClient> GetAsync(string name, CancellationToken cancel)
    {
        var entry = opened.GetOrAdd(name, static (name, open) => new Lazy<Task<TClient>>(() => open(name)), open);
        try
        {
            return await entry.Value.WaitAsync(cancel);
        }
        catch when (entry.Value.IsFaulted)
        {
            // The next caller tries again.
            opened.TryRemove(new(name, entry));
            throw;
        }
    }
}
