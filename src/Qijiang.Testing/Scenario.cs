using Qijiang.Core;

namespace Qijiang.Testing;

/// <summary>
/// A story about a decider: given what has happened, when somebody wants something done, then this happens. Immutable, so that a
/// beginning can be shared by many stories.
/// </summary>
/// <typeparam name="TCommand">The capability's commands.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
public sealed class Scenario<TCommand, TState, TEvent>
    where TState : notnull
    where TEvent : notnull
{
    private readonly Decider<TState, TEvent> _decider;
    private readonly Func<TCommand, TState, Outcome<TEvent>> _decide;
    private readonly ValueList<TEvent> _history;

    /// <summary>A story that starts with nothing.</summary>
    /// <param name="decider">How the state evolves.</param>
    /// <param name="decide">How is decided, rules and all.</param>
    public Scenario(Decider<TState, TEvent> decider, Func<TCommand, TState, Outcome<TEvent>> decide) : this(decider, decide, []) { }

    private Scenario(Decider<TState, TEvent> decider, Func<TCommand, TState, Outcome<TEvent>> decide, ValueList<TEvent> history) =>
        (_decider, _decide, _history) = (decider, decide, history);

    /// <summary>How things stand after all that has happened.</summary>
    public TState State => _decider.Fold(_history);

    /// <summary>All that has happened, oldest first.</summary>
    public ValueList<TEvent> History => _history;

    /// <summary>The same story, after this has happened as well.</summary>
    /// <param name="events">What has happened, oldest first.</param>
    public Scenario<TCommand, TState, TEvent> Given(params IEnumerable<TEvent> events) => new(_decider, _decide, [.. _history, .. events]);

    /// <summary>The same story, after these were asked for and accepted, one after the other.</summary>
    /// <param name="commands">What was asked for.</param>
    /// <exception cref="ScenarioFailedException">One of them is refused.</exception>
    public Scenario<TCommand, TState, TEvent> GivenDone(params IEnumerable<TCommand> commands) =>
        commands.Aggregate(this, (story, command) => story.Given(story.When(command).Accepted()));

    /// <summary>Asks for something.</summary>
    /// <param name="command">What is asked for.</param>
    public ScenarioOutcome<TState, TEvent> When(TCommand command) => new(_decider, State, _decide(command, State));
}
