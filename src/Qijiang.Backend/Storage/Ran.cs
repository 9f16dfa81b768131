using Qijiang.Core;

namespace Qijiang.Backend.Storage;

/// <summary>How a command ended.</summary>
/// <typeparam name="TState">The capability's state.</typeparam>
public abstract record Ran<TState>
{
    private Ran() { }

    /// <summary>It is done, and durable.</summary>
    /// <param name="State">The state after it. For a repeated command, as it was after the first time.</param>
    /// <param name="Version">The version of the stream after it.</param>
    /// <param name="Repeat">Whether it had been done before and nothing was added.</param>
    public sealed record Done(TState State, int Version, bool Repeat) : Ran<TState>;

    /// <summary>It was refused, and nothing was recorded.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Ran<TState>;
}
