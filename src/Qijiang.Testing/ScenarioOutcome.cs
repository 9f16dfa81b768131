using Qijiang.Core;

namespace Qijiang.Testing;

/// <summary>What came of asking. Compared whole: every event, in order.</summary>
/// <typeparam name="TState">The capability's states.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
public sealed class ScenarioOutcome<TState, TEvent>
    where TState : notnull
    where TEvent : notnull
{
    private readonly Decider<TState, TEvent> _decider;
    private readonly TState _before;
    private readonly Outcome<TEvent> _outcome;

    internal ScenarioOutcome(Decider<TState, TEvent> decider, TState before, Outcome<TEvent> outcome) => (_decider, _before, _outcome) = (decider, before, outcome);

    /// <summary>Why it was refused; null where it was accepted.</summary>
    public Refusal? Refusal => (_outcome as Outcome<TEvent>.Refused)?.Refusal;

    /// <summary>It was accepted with exactly these events.</summary>
    /// <param name="expected">What should have happened, in order.</param>
    /// <exception cref="ScenarioFailedException">Something else happened, or it was refused.</exception>
    public void Then(params IEnumerable<TEvent> expected)
    {
        ValueList<TEvent> wanted = [.. expected], got = Accepted();
        if (wanted != got) throw Failed($"expected{Lines(wanted)}\nbut what happened was{Lines(got)}");
    }

    /// <summary>It was accepted and nothing happened: nothing was left to do.</summary>
    /// <exception cref="ScenarioFailedException">Something happened, or it was refused.</exception>
    public void ThenNothing() => Then();

    /// <summary>It was refused in this way.</summary>
    /// <typeparam name="TRefusal">The refusal expected.</typeparam>
    /// <returns>The refusal, to look at its rule and field.</returns>
    /// <exception cref="ScenarioFailedException">It was accepted, or refused in another way.</exception>
    public TRefusal ThenRefused<TRefusal>() where TRefusal : Refusal => _outcome switch
    {
        Outcome<TEvent>.Refused { Refusal: TRefusal refusal } => refusal,
        Outcome<TEvent>.Refused { Refusal: var other } => throw Failed($"expected the refusal {typeof(TRefusal).Name}, but it was refused with {other}"),
        _ => throw Failed($"expected the refusal {typeof(TRefusal).Name}, but what happened was{Lines(Accepted())}"),
    };

    /// <summary>It was accepted, and things stand like this afterwards.</summary>
    /// <param name="expected">Whether the state is as it should be.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ScenarioFailedException">It was refused, or the state is another.</exception>
    public TState ThenStands(Func<TState, bool> expected)
    {
        var after = Accepted().Aggregate(_before, _decider.Evolve);
        return expected(after) ? after : throw Failed($"did not expect things to stand like this: {after}");
    }

    /// <summary>What happened.</summary>
    /// <exception cref="ScenarioFailedException">It was refused.</exception>
    public ValueList<TEvent> Accepted() => _outcome switch
    {
        Outcome<TEvent>.Accepted { Events: var events } => new(events),
        Outcome<TEvent>.Refused { Refusal: var refusal } => throw Failed($"it was refused: {refusal}"),
        _ => [],
    };

    private ScenarioFailedException Failed(string what) => new($"With {_before.GetType().Name}: {what}");

    private static string Lines(ValueList<TEvent> events) => events.Count == 0 ? " nothing" : string.Concat(events.Select(e => $"\n  {e}"));
}
