using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Http;

/// <summary>What every act can say besides what it is about.</summary>
public abstract record ActRequest
{
    /// <summary>When it happened in law; today where it is left out. Of an act by decision, the date of the document holds.</summary>
    public LocalDate? OccurredOn { get; init; }

    /// <summary>For whom it is entered: an act on paper, something said in person. Null: whoever is signed in acts.</summary>
    public PersonId? OnBehalfOf { get; init; }

    /// <summary>How an act entered for somebody reached us: <c>Paper</c> or <c>InPerson</c>.</summary>
    public Channel? Channel { get; init; }
}

/// <summary>An act that needs no more than its date.</summary>
public sealed record PlainAct : ActRequest;

/// <summary>The decision behind an act, as staff record it.</summary>
/// <param name="DocumentNumber">The number of the document (文号).</param>
/// <param name="Signatory">Who signed it.</param>
/// <param name="On">The date of the document; periods run from it.</param>
/// <param name="Meeting">At which meeting; null where none was held.</param>
/// <param name="Body">Which body decided; null: that of the office in which somebody acts.</param>
public sealed record DecisionGiven(string DocumentNumber, PersonId Signatory, LocalDate On, string? Meeting = null, BodyId? Body = null);
