using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.PersonalData;

/// <summary>What a person wants done with the data kept of him or her.</summary>
public abstract record DataSubjectCommand
{
    private DataSubjectCommand() { }

    /// <summary>Who acts, in which office.</summary>
    public required Actor By { get; init; }

    /// <summary>The date of the act in law.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Whose data.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Asks for erasure (请求删除, PI-08).</summary>
    /// <param name="Records">All records in which the person's data stand.</param>
    public sealed record AskErasure(ValueList<KeptRecord> Records) : DataSubjectCommand;

    /// <summary>Lets what was restricted be dealt with again.</summary>
    public sealed record LiftRestriction : DataSubjectCommand;
}
