namespace Qijiang.Core;

/// <summary>A capability as two pure functions and an initial state. <c>Decide</c> differs in its parameters from one capability to the next and stands on the capability's own class.</summary>
/// <typeparam name="TState">The state of one thing: this suggestion, this poll.</typeparam>
/// <typeparam name="TEvent">What can happen to it.</typeparam>
/// <param name="Initial">The state before anything has happened.</param>
/// <param name="Evolve">The only way in which a state changes. Throws where an event can't follow: that is a defect, never a user's mistake.</param>
public sealed record Decider<TState, TEvent>(TState Initial, Func<TState, TEvent, TState> Evolve)
{
    /// <summary>The state after all that has happened.</summary>
    /// <param name="events">What has happened, oldest first.</param>
    public TState Fold(IEnumerable<TEvent> events) => events.Aggregate(Initial, Evolve);
}
