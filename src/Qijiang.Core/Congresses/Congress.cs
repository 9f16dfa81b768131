using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>A people's congress (人民代表大会) as the installation knows it: its level, its rules, its bodies and electoral districts.</summary>
public abstract record Congress
{
    private Congress() { }

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotEstablished : Congress;

    /// <summary>Established.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Level">Its level; rules of one level don't hold at another.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Parent">The congress above it in this installation; null where there is none.</param>
    /// <param name="RuleSet">The name of its rule set.</param>
    /// <param name="Areas">Areas without a congress of their own.</param>
    /// <param name="Bodies">Bodies, offices and agencies.</param>
    /// <param name="Districts">Electoral districts.</param>
    public sealed record Established(
        CongressId Id, CongressLevel Level, Bilingual Name, CongressId? Parent, string RuleSet,
        ValueList<Area> Areas = default, ValueList<Body> Bodies = default, ValueList<ElectoralDistrict> Districts = default) : Congress
    {
        /// <summary>The body of this id; null where there is none.</summary>
        /// <param name="id">Which.</param>
        public Body? Body(BodyId id) => Bodies.FirstOrDefault(b => b.Id == id);
    }
}
