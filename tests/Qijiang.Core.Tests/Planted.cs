namespace Qijiang.Core.Tests;

/// <summary>Ways in which a decider can be wrong.</summary>
internal static class Planted
{
    /// <summary>It decides as if something else had been asked: what it does not look at, it does not refuse.</summary>
    public static Deciding<TCommand, TState, TEvent> Takes<TCommand, TState, TEvent>(this Deciding<TCommand, TState, TEvent> decide, Func<TCommand, TCommand> @as) =>
        (command, state) => decide(@as(command), state);

    /// <summary>It decides as if the thing stood elsewhere.</summary>
    public static Deciding<TCommand, TState, TEvent> Sees<TCommand, TState, TEvent>(this Deciding<TCommand, TState, TEvent> decide, Func<TCommand, TState, TState> @as) =>
        (command, state) => decide(command, @as(command, state));

    /// <summary>It lets something else happen than should: another event, none, or several.</summary>
    public static Deciding<TCommand, TState, TEvent> Tells<TCommand, TState, TEvent>(
        this Deciding<TCommand, TState, TEvent> decide, Func<TCommand, TState, TEvent, IEnumerable<TEvent>> instead) =>
        (command, state) => decide(command, state) is Outcome<TEvent>.Accepted { Events: var events }
            ? new Outcome<TEvent>.Accepted([.. events.SelectMany(e => instead(command, state, e))])
            : decide(command, state);

    /// <summary>It lets something happen whatever the rules say.</summary>
    public static Deciding<TCommand, TState, TEvent> Grants<TCommand, TState, TEvent>(
        this Deciding<TCommand, TState, TEvent> decide, Func<TCommand, TState, TEvent?> @event) where TEvent : class =>
        (command, state) => @event(command, state) is { } granted ? new Outcome<TEvent>.Accepted([granted]) : decide(command, state);
}
