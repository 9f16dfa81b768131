using Qijiang.Core;

namespace Qijiang.Backend.Identity;

/// <summary>How the exchange of a sign-in code ended.</summary>
public abstract record CitizenLoginOutcome
{
    private CitizenLoginOutcome() { }

    /// <summary>The channel knows the citizen.</summary>
    /// <param name="Identity">Who it is to the channel.</param>
    public sealed record Known(CitizenIdentity Identity) : CitizenLoginOutcome;

    /// <summary>Nobody is signed in.</summary>
    /// <param name="Refusal">Why not.</param>
    public sealed record Refused(Refusal Refusal) : CitizenLoginOutcome;

    /// <summary>Lets an arm be the refusal itself.</summary>
    /// <param name="refusal">Why nobody is signed in.</param>
    public static implicit operator CitizenLoginOutcome(Refusal refusal) => new Refused(refusal);
}
