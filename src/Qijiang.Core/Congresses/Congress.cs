using System.Diagnostics;

namespace Qijiang.Core.Congresses;

/// <summary>A people's congress (人民代表大会) with the bodies it deals with.</summary>
public abstract record Congress
{
    private Congress() { }

    /// <summary>Nothing is known of it yet.</summary>
    public sealed record NotEstablished : Congress;

    /// <summary>It is there.</summary>
    /// <param name="Id">Its id; in every address and partition key.</param>
    /// <param name="Level">Its level; rules of one level don't hold at another.</param>
    /// <param name="Names">What it is called.</param>
    /// <param name="Parent">The congress above it in this installation.</param>
    /// <param name="RuleSet">The rule set it works under: <c>national</c>, <c>chongqing</c>, its own.</param>
    /// <param name="Bodies">Bodies, offices and agencies.</param>
    /// <param name="Districts">Electoral districts.</param>
    /// <param name="Areas">Areas it also serves that have no congress of their own (万盛经开区).</param>
    public sealed record Established(
        CongressId Id, CongressLevel Level, Names Names, CongressId? Parent, string RuleSet,
        ValueList<Body> Bodies, ValueList<ElectoralDistrict> Districts, ValueList<Names> Areas) : Congress
    {
        /// <summary>One of its bodies; null where there is no such one.</summary>
        /// <param name="id">Which body.</param>
        public Body? Find(BodyId id) => Bodies.FirstOrDefault(b => b.Id == id);
    }

    /// <summary>How a congress's events fold.</summary>
    public static Decider<Congress, CongressEvent> Decider { get; } = new(new NotEstablished(), Evolve);

    /// <summary>Establishes a congress in this installation, with what belongs to it.</summary>
    /// <param name="command">The facts.</param>
    /// <param name="state">What is known of it.</param>
    /// <returns>Refused as <c>congress.already-established</c>, <c>congress.not-yet-established</c>, <c>congress.body-twice</c>, <c>congress.electoral-district-twice</c>.</returns>
    public static Outcome<CongressEvent> Decide(CongressCommand command, Congress state) => (command, state) switch
    {
        (CongressCommand.Establish c, NotEstablished) => Outcome<CongressEvent>.Accept(
            new CongressEvent.Established(c.Id, c.Level, c.Names, c.Parent, c.RuleSet, c.Areas)),
        (CongressCommand.Establish c, Established s) when SameFacts(c, s) => Outcome<CongressEvent>.Accept(),
        (CongressCommand.AddBody c, Established s) when s.Find(c.Body.Id) is { } known =>
            known == c.Body ? Outcome<CongressEvent>.Accept() : new BodyTwice(),
        (CongressCommand.AddBody c, Established) => Outcome<CongressEvent>.Accept(new CongressEvent.BodyAdded(c.Body)),
        (CongressCommand.AddElectoralDistrict c, Established s) when s.Districts.FirstOrDefault(d => d.Id == c.District.Id) is { } known =>
            known == c.District ? Outcome<CongressEvent>.Accept() : new ElectoralDistrictTwice(),
        (CongressCommand.AddElectoralDistrict c, Established) => Outcome<CongressEvent>.Accept(new CongressEvent.ElectoralDistrictAdded(c.District)),
        (CongressCommand.Establish, _) => new AlreadyEstablished(),
        _ => new NotYetEstablished(),
    };

    private static bool SameFacts(CongressCommand.Establish c, Established s) =>
        (c.Id, c.Level, c.Names, c.Parent, c.RuleSet, c.Areas) == (s.Id, s.Level, s.Names, s.Parent, s.RuleSet, s.Areas);

    private static Congress Evolve(Congress state, CongressEvent happened) => (state, happened) switch
    {
        (NotEstablished, CongressEvent.Established e) => new Established(e.Id, e.Level, e.Names, e.Parent, e.RuleSet, [], [], e.Areas),
        (Established s, CongressEvent.BodyAdded e) => s with { Bodies = s.Bodies.Add(e.Body) },
        (Established s, CongressEvent.ElectoralDistrictAdded e) => s with { Districts = s.Districts.Add(e.District) },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state.GetType().Name}"),
    };
}
