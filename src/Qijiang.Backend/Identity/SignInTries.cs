using System.Collections.Concurrent;

namespace Qijiang.Backend.Identity;

/// <summary>
/// Holds up who guesses at one name's password, whichever addresses the guesses come from. Counted in each instance, in memory
/// alone: nothing is written of who could not sign in.
/// </summary>
/// <param name="time">Technical time.</param>
public sealed class SignInTries(TimeProvider time)
{
    private const int MaxTries = 10;
    private const int SweepAt = 1000;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try before the password is looked at, so that many at once are counted as well.</summary>
    /// <param name="name">The sign-in name.</param>
    /// <returns>False where this name has had ten tries without success in ten minutes.</returns>
    public bool TryBegin(string name)
    {
        var now = time.GetTimestamp();
        if (_tries.Count > SweepAt) Sweep(now);
        return _tries.AddOrUpdate(KeyOf(name), _ => new(now, 1), (_, there) => HasPassed(there, now) ? new(now, 1) : there with { Count = there.Count + 1 }).Count <= MaxTries;
    }

    /// <summary>The password was right: what was counted is forgotten.</summary>
    /// <param name="name">The sign-in name.</param>
    public void Succeeded(string name) => _tries.TryRemove(KeyOf(name), out _);

    private void Sweep(long now)
    {
        foreach (var tries in _tries.Where(t => HasPassed(t.Value, now))) _tries.TryRemove(tries);
    }

    private bool HasPassed(Tries tries, long now) => time.GetElapsedTime(tries.Since, now) >= _window;

    private static string KeyOf(string name) => name.Trim().ToUpperInvariant();

    /// <summary>Tries since the first of a window.</summary>
    private sealed record Tries(long Since, int Count);
}
