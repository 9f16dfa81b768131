namespace Qijiang.Core.Congresses;

/// <summary>What can be asked of a congress's record.</summary>
public abstract record CongressCommand
{
    private CongressCommand() { }

    /// <summary>Establishes it in this installation.</summary>
    public sealed record Establish(CongressId Id, CongressLevel Level, Names Names, CongressId? Parent, string RuleSet, ValueList<Names> Areas) : CongressCommand;

    /// <summary>Adds a body, office or agency.</summary>
    public sealed record AddBody(Body Body) : CongressCommand;

    /// <summary>Adds an electoral district.</summary>
    public sealed record AddElectoralDistrict(ElectoralDistrict District) : CongressCommand;
}
