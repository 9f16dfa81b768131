using CsCheck;
using Qijiang.Core.Congresses;
using Xunit.Abstractions;
using static Qijiang.Core.Congresses.CongressCommand;

namespace Qijiang.Core.Tests.Congresses;

/// <summary>The law of a congress's record, proved over every state that the decider can reach. Rules, clocks and majorities hang on these facts.</summary>
public sealed class CongressLaw(ITestOutputHelper output) : ProvedLaw<CongressLaw>(output), ILaw
{
    private static readonly Establish _district = new(new("qj"), CongressLevel.District, new("綦江区人民代表大会", "Qijiang District"), null, "chongqing", []);
    private static readonly Body _desk = new(new("desk"), BodyKind.Desk, new("人代工委", "Desk"));
    private static readonly ElectoralDistrict _first = new(new("d-1"), new("第一选区", "First district"));

    private static readonly Proof<CongressCommand, Congress, CongressEvent> _proof = new(Congress.Decider, Congress.Decide)
    {
        Wishes =
        [
            new("a district", _ => _district),
            new("a town", _ => _district with { Level = CongressLevel.Town }),
            new("the desk", _ => new AddBody(_desk)),
            new("the desk as an agency", _ => new AddBody(_desk with { Kind = BodyKind.Agency })),
            new("a station", _ => new AddBody(new(new("station"), BodyKind.Station, new("代表家站点", "Station")))),
            new("an electoral district", _ => new AddElectoralDistrict(_first)),
            new("an electoral district of another name", _ => new AddElectoralDistrict(_first with { Names = new("第二选区", "Second") })),
        ],
        Requirements = spec => spec
            .Rule("SUG-21", "its level never changes: a town's periods are not a district's",
                (before, _) => before.State is Congress.Established,
                (before, after) => Facts(before.State) == Facts(after.State))
            .Precedes("first", "nothing belongs to a congress that is not there",
                (_, after) => after.Did<CongressEvent.Established>(),
                (_, after) => after.Did<CongressEvent.BodyAdded>() || after.Did<CongressEvent.ElectoralDistrictAdded>())
            .Invariant("kind", "a body is of one kind, and rules ask for the kind: what is an agency never decides as the desk",
                at => at.State is not Congress.Established s || s.Bodies.Select(b => b.Id).Distinct().Count() == s.Bodies.Count)
            .Invariant("DEP-02", "an electoral district is one: its voters elect the deputies that its opinions go to",
                at => at.State is not Congress.Established s || s.Districts.Select(d => d.Id).Distinct().Count() == s.Districts.Count)
            .Rule("kept", "a body that has decided stays on the record, and so does an electoral district",
                (before, _) => before.State is Congress.Established { Bodies.Count: > 0 } or Congress.Established { Districts.Count: > 0 },
                (before, after) => (before.State, after.State) is (Congress.Established b, Congress.Established a) && b.Bodies.All(a.Bodies.Contains) && b.Districts.All(a.Districts.Contains))
            .Reachable("all", "a congress can have several bodies", at => at.State is Congress.Established { Bodies.Count: 2, Districts.Count: 1 }),
        Faults =
        [
            new("a district becomes a town", "SUG-21", Evolve: (_, e, after) => e is CongressEvent.BodyAdded && after is Congress.Established s ? s with { Level = CongressLevel.Town } : after),
            new("a body without a congress", "first", decide => decide.Grants((c, s) => c is AddBody x && s is Congress.NotEstablished ? new CongressEvent.BodyAdded(x.Body) : null)),
            new("one body of two kinds", "kind", decide => decide.Grants((c, s) => c is AddBody x && s is Congress.Established e && !e.Bodies.Contains(x.Body) ? new CongressEvent.BodyAdded(x.Body) : null)),
            new("one electoral district of two names", "DEP-02", decide => decide.Grants((c, s) =>
                c is AddElectoralDistrict x && s is Congress.Established e && !e.Districts.Contains(x.District) ? new CongressEvent.ElectoralDistrictAdded(x.District) : null)),
            new("the last one added replaces the others", "kept", Evolve: (_, e, after) => e is CongressEvent.BodyAdded x && after is Congress.Established s ? s with { Bodies = [x.Body] } : after),
            new("a second desk", "again", decide => decide.Grants((c, s) => c is AddElectoralDistrict x && s is Congress.Established ? new CongressEvent.ElectoralDistrictAdded(x.District) : null)),
            new("established twice", "follows", decide => decide.Grants((c, s) => c is Establish { Level: CongressLevel.Town } x && s is Congress.Established { Level: CongressLevel.District } ? new CongressEvent.Established(x.Id, x.Level, x.Names, x.Parent, x.RuleSet, x.Areas) : null)),
        ],
        IsEnd = state => state is Congress.Established,
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => [];

    private static (CongressId, CongressLevel, Names, string)? Facts(Congress state) => state is Congress.Established s ? (s.Id, s.Level, s.Names, s.RuleSet) : null;
}
