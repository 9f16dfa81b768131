using NodaTime;
using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>What someone wants done with a congress as the installation knows it.</summary>
public abstract record CongressCommand
{
    private CongressCommand() { }

    /// <summary>Who acts.</summary>
    public required Actor By { get; init; }

    /// <summary>The date of the act.</summary>
    public required LocalDate OccurredOn { get; init; }

    /// <summary>Sets it up.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Level">Its level.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Parent">The congress above it in this installation.</param>
    /// <param name="RuleSet">The name of its rule set.</param>
    public sealed record Establish(CongressId Id, CongressLevel Level, Bilingual Name, CongressId? Parent, string RuleSet) : CongressCommand;

    /// <summary>Chooses another rule set.</summary>
    /// <param name="RuleSet">Its name.</param>
    public sealed record ChooseRuleSet(string RuleSet) : CongressCommand;

    /// <summary>Adds an area without a congress of its own.</summary>
    /// <param name="Area">The area.</param>
    public sealed record AddArea(Area Area) : CongressCommand;

    /// <summary>Adds a body, office or agency.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Area">The area it belongs to, where that has no congress of its own.</param>
    public sealed record AddBody(BodyId Id, BodyKind Kind, Bilingual Name, AreaId? Area = null) : CongressCommand;

    /// <summary>Gives a body another name.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Name">Its new name.</param>
    public sealed record RenameBody(BodyId Id, Bilingual Name) : CongressCommand;

    /// <summary>Abolishes a body.</summary>
    /// <param name="Id">Which.</param>
    public sealed record CloseBody(BodyId Id) : CongressCommand;

    /// <summary>Adds an electoral district.</summary>
    /// <param name="District">The district.</param>
    public sealed record AddElectoralDistrict(ElectoralDistrict District) : CongressCommand;
}
