using System.Text.Json.Serialization;

namespace Qijiang.Core.Obligations;

/// <summary>
/// Something owed by someone to someone by a day. Derived from the state of the thing it is about, never stored as a fact of
/// its own: it is open as long as the state yields it.
/// </summary>
/// <param name="Id">The same for the same duty however often it is derived; another one where the period starts anew or becomes longer.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="OwedBy">By whom.</param>
/// <param name="OwedTo">To whom.</param>
/// <param name="Due">By when.</param>
/// <param name="About">About what.</param>
public sealed record OpenObligation(ObligationId Id, ObligationKind Kind, Party OwedBy, Party OwedTo, Due Due, Matter About)
{
    /// <summary>Whether nothing is owed until the last day has passed: an explanation for being late (SUG-20b).</summary>
    public bool OnlyWhenOverdue => Kind is ObligationKind.OverdueExplanation;

    /// <summary>Whether it is over once the last day has passed, and nothing is late: a return (SUG-13).</summary>
    [JsonIgnore]
    public bool EndsWithItsDay => Kind is ObligationKind.Return;

    /// <summary>Makes one, with the id that its facts give it.</summary>
    /// <param name="kind">What is owed.</param>
    /// <param name="owedBy">By whom.</param>
    /// <param name="owedTo">To whom.</param>
    /// <param name="due">By when.</param>
    /// <param name="about">About what.</param>
    public static OpenObligation Of(ObligationKind kind, Party owedBy, Party owedTo, Due due, Matter about) =>
        new(ObligationNames.Of(kind, due, about), kind, owedBy, owedTo, due, about);
}
