using System.Text.Json.Serialization;
using NodaTime;

namespace Qijiang.Core.Congresses;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What can happen to a person's offices in one congress.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Conferred), "mandate.conferred.v1")]
[JsonDerivedType(typeof(CredentialsConfirmed), "mandate.credentials-confirmed.v1")]
[JsonDerivedType(typeof(Suspended), "mandate.suspended.v1")]
[JsonDerivedType(typeof(Resumed), "mandate.resumed.v1")]
[JsonDerivedType(typeof(Ended), "mandate.ended.v1")]
[JsonDerivedType(typeof(SignInCodeIssued), "mandate.sign-in-code-issued.v1")]
public abstract record MandateEvent
{
    private MandateEvent() { }

    /// <summary>An office was conferred, or a deputy elected.</summary>
    public sealed record Conferred(Office Office, BodyId? Body, ElectoralDistrictId? District, LocalDate From, LocalDate? Until) : MandateEvent;

    /// <summary>A deputy's credentials were confirmed (DEP-04).</summary>
    public sealed record CredentialsConfirmed(LocalDate On, Decision? Decision) : MandateEvent;

    /// <summary>A deputy's acts were suspended (DEP-05).</summary>
    public sealed record Suspended(LocalDate From, Decision? Decision, SuspensionGround? Ground = null) : MandateEvent;

    /// <summary>The ground of the suspension disappeared (DEP-05).</summary>
    public sealed record Resumed(LocalDate From) : MandateEvent;

    /// <summary>The office or seat ended (DEP-06, DEP-07).</summary>
    public sealed record Ended(Office Office, BodyId? Body, LocalDate On, Decision? Decision, MandateEnd? Ground = null) : MandateEvent;

    /// <summary>A code was issued with which the person signs in; who issued it stands in the envelope. Of the code itself nothing.</summary>
    public sealed record SignInCodeIssued : MandateEvent;
}
