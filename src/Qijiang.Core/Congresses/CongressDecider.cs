using System.Diagnostics;
using static Qijiang.Core.Congresses.Congress;
using static Qijiang.Core.Congresses.CongressCommand;
using static Qijiang.Core.Outcome<Qijiang.Core.Congresses.CongressEvent>;

namespace Qijiang.Core.Congresses;

/// <summary>Decides what may be done with a congress as the installation knows it.</summary>
public static class CongressDecider
{
    /// <summary>The initial state and how it evolves.</summary>
    public static Decider<Congress, CongressEvent> Instance { get; } = new(new NotEstablished(), Evolve);

    /// <summary>Decides. Asking the same again yields no events.</summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="state">How things stand.</param>
    public static Outcome<CongressEvent> Decide(CongressCommand command, Congress state) => (command, state) switch
    {
        _ when command.By.Office is not (Office.SystemAdministrator or Office.System) => new NotYourOffice(),
        _ when EmptyName(command) is { } field => new NameMissing { Field = field },

        (Establish c, NotEstablished) => Accept(new CongressEvent.Established(c.Id, c.Level, c.Name, c.Parent, c.RuleSet)),
        (Establish c, Established s) => (s.Id, s.Level, s.Name, s.Parent) == (c.Id, c.Level, c.Name, c.Parent) ? Accept() : new IdTaken { Field = "id" },
        (ChooseRuleSet c, Established s) => s.RuleSet == c.RuleSet ? Accept() : Accept(new CongressEvent.RuleSetChosen(c.RuleSet)),

        (AddArea c, Established s) => s.Areas.FirstOrDefault(x => x.Id == c.Area.Id) is not { } there ? Accept(new CongressEvent.AreaAdded(c.Area))
            : there == c.Area ? Accept() : new IdTaken { Field = "area.id" },
        (AddBody { Area: { } area }, Established s) when s.Areas.All(x => x.Id != area) => new NoSuchArea { Field = "area" },
        (AddBody c, Established s) => s.Body(c.Id) is not { } there ? Accept(new CongressEvent.BodyAdded(c.Id, c.Kind, c.Name, c.Area))
            : there == new Body(c.Id, c.Kind, c.Name, c.Area) ? Accept() : new IdTaken { Field = "id" },
        (RenameBody c, Established s) => s.Body(c.Id) is not { } there ? new NoSuchBody { Field = "id" }
            : there.Name == c.Name ? Accept() : Accept(new CongressEvent.BodyRenamed(c.Id, c.Name)),
        (CloseBody c, Established s) => s.Body(c.Id) is not { } there ? new NoSuchBody { Field = "id" }
            : there.ClosedOn is not null ? Accept() : Accept(new CongressEvent.BodyClosed(c.Id, c.OccurredOn)),
        (AddElectoralDistrict { District.Seats: < 1 }, Established) => new NoSeats { Field = "district.seats" },
        (AddElectoralDistrict c, Established s) => s.Districts.FirstOrDefault(x => x.Id == c.District.Id) is not { } there ? Accept(new CongressEvent.ElectoralDistrictAdded(c.District))
            : there == c.District ? Accept() : new IdTaken { Field = "district.id" },

        _ => new NotEstablishedYet(),
    };

    private static Congress Evolve(Congress state, CongressEvent @event) => (state, @event) switch
    {
        (NotEstablished, CongressEvent.Established e) => new Established(e.Id, e.Level, e.Name, e.Parent, e.RuleSet),
        (Established s, CongressEvent.RuleSetChosen e) => s with { RuleSet = e.RuleSet },
        (Established s, CongressEvent.AreaAdded e) => s with { Areas = s.Areas.Add(e.Area) },
        (Established s, CongressEvent.BodyAdded e) => s with { Bodies = s.Bodies.Add(new(e.Id, e.Kind, e.Name, e.Area)) },
        (Established s, CongressEvent.BodyRenamed e) => s with { Bodies = s.Bodies.Select(b => b.Id == e.Id ? b with { Name = e.Name } : b).ToValueList() },
        (Established s, CongressEvent.BodyClosed e) => s with { Bodies = s.Bodies.Select(b => b.Id == e.Id ? b with { ClosedOn = e.On } : b).ToValueList() },
        (Established s, CongressEvent.ElectoralDistrictAdded e) => s with { Districts = s.Districts.Add(e.District) },
        _ => throw new UnreachableException($"{@event.GetType().Name} cannot follow {state.GetType().Name}"),
    };

    private static string? EmptyName(CongressCommand command) => command switch
    {
        Establish { Name.Chinese: var name } when string.IsNullOrWhiteSpace(name) => "name",
        Establish { RuleSet: var name } when string.IsNullOrWhiteSpace(name) => "ruleSet",
        ChooseRuleSet { RuleSet: var name } when string.IsNullOrWhiteSpace(name) => "ruleSet",
        AddArea { Area.Name.Chinese: var name } when string.IsNullOrWhiteSpace(name) => "area.name",
        AddBody { Name.Chinese: var name } when string.IsNullOrWhiteSpace(name) => "name",
        RenameBody { Name.Chinese: var name } when string.IsNullOrWhiteSpace(name) => "name",
        AddElectoralDistrict { District.Name.Chinese: var name } when string.IsNullOrWhiteSpace(name) => "district.name",
        _ => null,
    };
}
