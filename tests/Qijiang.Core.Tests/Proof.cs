using System.Diagnostics;
using CsCheck;
using Xunit;

namespace Qijiang.Core.Tests;

/// <summary>How is decided, rules and all.</summary>
internal delegate Outcome<TEvent> Deciding<in TCommand, in TState, TEvent>(TCommand command, TState state);

/// <summary>Something that somebody may want on a day, with a name for the report.</summary>
internal sealed record Wish<TCommand>(string Name, Func<int, TCommand> On)
{
    public override string ToString() => Name;
}

/// <summary>
/// Where a thing stands and on which day; beside it, what was asked last and what came of it. Two are the same where they stand
/// the same: so no state is visited twice, and yet a requirement sees every wish in every state, the refused ones included.
/// </summary>
internal sealed record Reached<TCommand, TState, TEvent>(TState State, int Day) where TCommand : class where TState : class
{
    public TCommand? Asked { get; init; }

    public IReadOnlyList<TEvent> Happened { get; init; } = [];

    public Refusal? Refused { get; init; }

    /// <summary>An event was accepted that can't follow: a defect, whatever the law says.</summary>
    public bool Impossible { get; init; }

    public bool Did<T>(Func<T, bool>? which = null) where T : TEvent => Happened.OfType<T>().Any(which ?? (_ => true));

    public bool Equals(Reached<TCommand, TState, TEvent>? other) => other is not null && Day == other.Day && State.Equals(other.State);

    public override int GetHashCode() => HashCode.Combine(State, Day);
}

/// <summary>A defect, in how is decided or in how the state evolves, and the requirement that has to catch it.</summary>
internal sealed record Fault<TCommand, TState, TEvent>(
    string Name, string Rule,
    Func<Deciding<TCommand, TState, TEvent>, Deciding<TCommand, TState, TEvent>>? Decide = null,
    Func<TState, TEvent, TState, TState>? Evolve = null);

/// <summary>
/// The law as a proof: from a beginning, every wish is asked in every state that can be reached, the requirements are held
/// against every answer, and then against the answers of deciders in which a defect is planted.
/// </summary>
internal sealed class Proof<TCommand, TState, TEvent>(Decider<TState, TEvent> decider, Deciding<TCommand, TState, TEvent> decide, TState? start = null) : IProof
    where TCommand : class where TState : class
{
    private const string _again = "again", _follows = "follows";

    public required IReadOnlyList<Wish<TCommand>> Wishes { get; init; }

    public required Func<Spec<Reached<TCommand, TState, TEvent>>, Spec<Reached<TCommand, TState, TEvent>>> Requirements { get; init; }

    public required IReadOnlyList<Fault<TCommand, TState, TEvent>> Faults { get; init; }

    /// <summary>How many days there are; time passes from one to the next at any moment.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Where a thing may stand for good.</summary>
    public Func<TState, bool> IsEnd { get; init; } = _ => false;

    /// <summary>Acts that may be asked twice and then happen twice.</summary>
    public Func<TCommand, bool> EachIsItsOwn { get; init; } = _ => false;

    /// <summary>Where no more is looked at, where there is no end by itself.</summary>
    public Func<TState, bool>? Within { get; init; }

    /// <summary>Proves every requirement; nothing about it is sampled. A violation throws with the shortest way to it.</summary>
    /// <returns>The report, and the wishes that nothing ever comes of.</returns>
    public (SpecReport<Reached<TCommand, TState, TEvent>> Report, IReadOnlyList<string> NeverGranted) Holds(Action<string> writeLine)
    {
        var report = Check.Exhaustive(Law(decide, null, _follows, _again), writeLine);
        var moves = Check.Exhaustive(Moves());
        if (!report.Closed || !moves.Closed) throw new CsCheckException("not every state was visited");
        if (report.NeverTriggered.Any()) throw new CsCheckException($"never came up: {string.Join(", ", report.NeverTriggered)}");
        if (moves.DeadlockStates > 0) throw new CsCheckException($"nothing can follow: {moves.DeadlockTrace}");
        return (report, [.. moves.NeverFired.Select(name => name[(name.IndexOf('(', StringComparison.Ordinal) + 1)..^1])]);
    }

    IReadOnlyList<string> IProof.Holds(Action<string> writeLine) => Holds(writeLine).NeverGranted;

    /// <summary>
    /// The requirement that catches a planted defect on the shortest way; null where none does. What every decider must do is
    /// asked only where it is meant: nearly every defect breaks it as well, somewhere.
    /// </summary>
    public string? CaughtBy(string fault, Action<string> writeLine)
    {
        var planted = Faults.Single(f => f.Name == fault);
        Check.Exhaustive(Law(planted.Decide?.Invoke(decide) ?? decide, planted.Evolve, planted.Rule), out var violation, maxStates: 200_000);
        writeLine(violation?.ToString(r => $"{r.Asked}\n    -> {r.Refused?.Code} {string.Join("; ", r.Happened)}\n    = {r.State}") ?? "not caught");
        return violation?.Id;
    }

    /// <summary>Every planted defect with the requirement that has to catch it.</summary>
    public TheoryData<string, string> Table()
    {
        var table = new TheoryData<string, string>();
        foreach (var fault in Faults) table.Add(fault.Name, fault.Rule);
        return table;
    }

    /// <summary>The requirements that no planted defect breaks: they might be unable to fail.</summary>
    public IReadOnlyList<string> NeverBroken() =>
        [.. Check.Faults(Law(decide, null, _follows, _again), maxDepth: 1, throwOnUncaught: false).Unexercised.Except(Faults.Select(f => f.Rule))];

    private Spec<Reached<TCommand, TState, TEvent>> Law(
        Deciding<TCommand, TState, TEvent> deciding, Func<TState, TEvent, TState, TState>? evolving = null, params string[] ofEveryDecider)
    {
        var law = Requirements(Beginning().Action("ask", [.. Wishes], (at, wish) => Ask(at, wish.On(at.Day), deciding, evolving)));
        if (ofEveryDecider.Contains(_follows)) law.Never(_follows, "no event is accepted that cannot follow", (_, after) => after.Impossible);
        return !ofEveryDecider.Contains(_again) ? law : law.Rule(_again, "what is asked again adds nothing",
            (_, after) => after.Happened.Count > 0 && !EachIsItsOwn(after.Asked!),
            (_, after) => deciding(after.Asked!, after.State) is Outcome<TEvent>.Accepted { Events: [] });
    }

    // The same without what changes nothing: where nothing is left to do, it is a dead end.
    private Spec<Reached<TCommand, TState, TEvent>> Moves() => Beginning().Terminal(at => IsEnd(at.State))
        .Action("ask", [.. Wishes], (at, wish) => !Ask(at, wish.On(at.Day), decide).Equals(at) || EachIsItsOwn(wish.On(at.Day)), (at, wish) => Ask(at, wish.On(at.Day), decide));

    private Spec<Reached<TCommand, TState, TEvent>> Beginning()
    {
        var spec = CsCheck.Spec.From(new Reached<TCommand, TState, TEvent>(start ?? decider.Initial, 0)).Print(at => $"day {at.Day}: {at.State}");
        if (Within is { } within) spec.Boundary(at => within(at.State));
        return Days == 1 ? spec : spec.Action("time passes", at => at.Day < Days - 1, at => new(at.State, at.Day + 1));
    }

    private Reached<TCommand, TState, TEvent> Ask(Reached<TCommand, TState, TEvent> at, TCommand command, Deciding<TCommand, TState, TEvent> deciding, Func<TState, TEvent, TState, TState>? evolving = null)
    {
        var asked = at with { Asked = command, Happened = [], Refused = null, Impossible = false };
        var outcome = deciding(command, at.State);
        if (outcome is Outcome<TEvent>.Refused { Refusal: var refusal }) return asked with { Refused = refusal };
        var events = ((Outcome<TEvent>.Accepted)outcome).Events;
        try
        {
            return asked with { Happened = events, State = events.Aggregate(at.State, (s, e) => evolving is null ? decider.Evolve(s, e) : evolving(s, e, decider.Evolve(s, e))) };
        }
        catch (UnreachableException)
        {
            return asked with { Happened = events, Impossible = true };
        }
    }
}
