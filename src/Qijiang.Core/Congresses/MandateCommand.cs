using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>What can be asked about a person's offices in one congress.</summary>
public abstract record MandateCommand
{
    private MandateCommand() { }

    /// <summary>Confers an office, or records that a deputy was elected.</summary>
    public sealed record Confer(Office Office, BodyId? Body, ElectoralDistrictId? District, LocalDate From, LocalDate? Until = null) : MandateCommand;

    /// <summary>Records that the deputy's credentials were confirmed by the Standing Committee, in towns by the Presidium (DEP-04).</summary>
    public sealed record ConfirmCredentials(LocalDate On, Decision? Decision = null) : MandateCommand;

    /// <summary>Suspends the deputy's acts; the seat is kept (DEP-05). By decision, on one of two grounds: without either it is refused.</summary>
    public sealed record Suspend(LocalDate From, Decision? Decision = null, SuspensionGround? Ground = null) : MandateCommand;

    /// <summary>Ends the suspension (DEP-05).</summary>
    public sealed record Resume(LocalDate From) : MandateCommand;

    /// <summary>Ends an office or seat (DEP-06, DEP-07). A seat ends by announcement and on a ground of the law, never by a clerk's deleting a record.</summary>
    public sealed record End(Office Office, BodyId? Body, LocalDate On, Decision? Decision = null, MandateEnd? Ground = null) : MandateCommand;

    /// <summary>Records that a code is issued with which the person signs in. Each is an act of its own: asked twice, two codes were issued.</summary>
    public sealed record IssueSignInCode(LocalDate On) : MandateCommand;
}
