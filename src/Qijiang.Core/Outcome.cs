using System.Collections.Immutable;

namespace Qijiang.Core;

/// <summary>What a decider answers: events, or a refusal that names its rule. (The word decision belongs to bodies: <see cref="Congresses.Decision"/>.)</summary>
/// <typeparam name="TEvent">The closed family of the capability's events.</typeparam>
public abstract record Outcome<TEvent>
{
    private Outcome() { }

    /// <summary>Accepted. No events: nothing was left to do, as when the same command is asked again.</summary>
    /// <param name="Events">What has happened by this command, in order.</param>
    public sealed record Accepted(ImmutableArray<TEvent> Events) : Outcome<TEvent>;

    /// <summary>Refused; nothing has happened.</summary>
    /// <param name="Refusal">Why, with its code and its rule.</param>
    public sealed record Refused(Refusal Refusal) : Outcome<TEvent>;

    /// <summary>Accepts with these events.</summary>
    /// <param name="events">What has happened, in order.</param>
    internal static Outcome<TEvent> Accept(params ImmutableArray<TEvent> events) => new Accepted(events);

    /// <summary>Lets a decider's arm be the refusal itself.</summary>
    /// <param name="refusal">Why it is refused.</param>
    public static implicit operator Outcome<TEvent>(Refusal refusal) => new Refused(refusal);
}
