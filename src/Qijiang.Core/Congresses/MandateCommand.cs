using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>What someone wants done with a person's mandates in one congress.</summary>
public abstract record MandateCommand
{
    private MandateCommand() { }

    /// <summary>Who acts.</summary>
    public required Actor By { get; init; }

    /// <summary>The date of the act in law.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Confers an office.</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Person">The person.</param>
    /// <param name="Office">The office.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Body">The body it belongs to; null for a deputy's seat.</param>
    /// <param name="District">The electoral district; needed for a deputy's seat (DEP-02).</param>
    /// <param name="Decision">By which decision; needed for a deputy's seat.</param>
    public sealed record Confer(
        MandateId Id, PersonId Person, Office Office, LocalDate From, BodyId? Body = null, ElectoralDistrictId? District = null,
        Decision? Decision = null) : MandateCommand;

    /// <summary>Confirms a deputy's credentials (DEP-04).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Decision">The decision of the Standing Committee; in a town, of the Presidium.</param>
    public sealed record Confirm(MandateId Id, Decision Decision) : MandateCommand;

    /// <summary>Suspends a deputy (DEP-05).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Ground">Why; there are two grounds only.</param>
    /// <param name="Decision">The decision.</param>
    public sealed record Suspend(MandateId Id, SuspensionGround Ground, Decision Decision) : MandateCommand;

    /// <summary>Lets a suspended deputy act again, the ground having gone (DEP-05).</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Decision">What records it.</param>
    public sealed record Resume(MandateId Id, Decision Decision) : MandateCommand;

    /// <summary>Ends a mandate (DEP-06): a seat by announcement, never by deleting a record.</summary>
    /// <param name="Id">The mandate.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="LastDay">The last day.</param>
    /// <param name="Decision">The announcement; needed for a deputy's seat.</param>
    public sealed record End(MandateId Id, MandateEnd Ground, LocalDate LastDay, Decision? Decision = null) : MandateCommand;
}
