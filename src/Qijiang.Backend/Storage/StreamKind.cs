using System.Text.Json.Serialization.Metadata;
using Qijiang.Core;

namespace Qijiang.Backend.Storage;

/// <summary>All that is needed to read and write the streams of one capability.</summary>
/// <typeparam name="TState">The state that its events fold to.</typeparam>
/// <typeparam name="TEvent">Its closed family of events.</typeparam>
/// <param name="Name">The kind in <see cref="StreamId.Kind"/>; stored for ever.</param>
/// <param name="Decider">How its events fold.</param>
/// <param name="Format">How its events are written, from the capability's source-generated context.</param>
public sealed record StreamKind<TState, TEvent>(string Name, Decider<TState, TEvent> Decider, JsonTypeInfo<TEvent> Format)
{
    /// <summary>The state after all that a loaded stream holds.</summary>
    /// <param name="history">The stream.</param>
    public TState StateOf(History<TEvent> history) => Decider.Fold(history.Events.Select(e => e.Happening.Event));
}
