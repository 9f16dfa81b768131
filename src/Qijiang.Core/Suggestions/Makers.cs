using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>Who makes a suggestion: one deputy, several jointly, or a delegation (SUG-01).</summary>
/// <param name="Lead">The lead deputy (领衔代表); of a delegation, its head.</param>
/// <param name="CoSigners">The co-signing deputies (联名代表) who have confirmed (SUG-02).</param>
/// <param name="Delegation">The delegation, where one makes it; else null.</param>
public sealed record Makers(PersonId Lead, ValueList<PersonId> CoSigners, Delegation? Delegation = null)
{
    /// <summary>Every signatory, the lead first.</summary>
    public ValueList<PersonId> Signatories => [Lead, .. CoSigners];

    /// <summary>Who evaluates: the lead deputy; of a delegation's suggestion, its contact group's convenor (SUG-26).</summary>
    public PersonId Evaluator => Delegation?.Convenor ?? Lead;

    /// <summary>Whether this person has signed it.</summary>
    /// <param name="person">The person asked about.</param>
    public bool Include(PersonId person) => person == Lead || CoSigners.Contains(person);
}
