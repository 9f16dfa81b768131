using System.Diagnostics;
using NodaTime;
using static Qijiang.Core.Congresses.MandateCommand;
using static Qijiang.Core.Outcome<Qijiang.Core.Congresses.MandateEvent>;

namespace Qijiang.Core.Congresses;

/// <summary>Decides on a person's mandates in one congress.</summary>
public static class MandateDecider
{
    /// <summary>The initial state and how it evolves.</summary>
    public static Decider<Mandates, MandateEvent> Instance { get; } = new(Mandates.None, Evolve);

    /// <summary>Decides. Asking the same again yields no events.</summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="state">How things stand.</param>
    /// <param name="rules">The rules on the day of the act.</param>
    public static Outcome<MandateEvent> Decide(MandateCommand command, Mandates state, MandateRules rules) => command switch
    {
        _ when command.By.Office is not (Office.SystemAdministrator or Office.DeskClerk or Office.DeskHead or Office.System) => new NotYourOffice(),
        Confer c => Conferring(c, state, rules),
        Confirm c => Of(c.Id, state, m => Confirming(c, m, rules)),
        Suspend c => Of(c.Id, state, m => Suspending(c, m, rules)),
        Resume c => Of(c.Id, state, m => Resuming(c, m, rules)),
        End c => Of(c.Id, state, m => Ending(c, m, rules)),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static Outcome<MandateEvent> Conferring(Confer c, Mandates state, MandateRules rules) => c switch
    {
        _ when state.Person is { } person && person != c.Person => new NotThisPerson { Field = "person" },
        { Office: Office.Citizen or Office.System } => new NoSuchOffice { Field = "office" },
        { Office: Office.Deputy, District: null } => new DistrictMissing(rules.ConfirmedBeforeActing.Ref) { Field = "district" },
        { Office: Office.Deputy, Decision: null } => new DecisionMissing(rules.ConfirmedBeforeActing.Ref) { Field = "decision" },
        { Office: not (Office.Deputy or Office.SystemAdministrator), Body: null } => new BodyMissing { Field = "body" },
        _ when state.All.FirstOrDefault(m => m.Id == c.Id) is { } there =>
            (there.Office, there.Body, there.District, there.From) == (c.Office, c.Body, c.District, c.From) ? Accept() : new IdTaken { Field = "id" },
        _ when state.All.Any(m => (m.Office, m.Body, m.District) == (c.Office, c.Body, c.District) && (m.LastDay is null || m.LastDay >= c.From)) => new AlreadyHeld { Field = "office" },
        _ => Accept(new MandateEvent.Conferred(c.Id, c.Person, c.Office, c.Body, c.District, c.From, c.Decision)),
    };

    private static Outcome<MandateEvent> Confirming(Confirm c, Mandate m, MandateRules rules) => m switch
    {
        { Office: not Office.Deputy } => new NotADeputy(rules.ConfirmedBeforeActing.Ref),
        { ConfirmedOn: not null } => Accept(),
        _ when c.Decision.On < m.From => new TooEarly(m.From) { Field = "decision.on" },
        { LastDay: not null } => new MandateOver(),
        _ => Accept(new MandateEvent.Confirmed(c.Id, c.Decision)),
    };

    private static Outcome<MandateEvent> Suspending(Suspend c, Mandate m, MandateRules rules) => m switch
    {
        { Office: not Office.Deputy } => new NotADeputy(rules.SuspendedMayNotAct.Ref),
        _ when m.LastSuspension == new Suspension(c.Ground, c.Decision.On) => Accept(),
        _ when m.LastSuspension is { Until: null } => new SuspendedAlready(rules.SuspendedMayNotAct.Ref),
        { LastDay: not null } => new MandateOver(),
        _ when c.Decision.On < Latest(m) => new TooEarly(Latest(m)) { Field = "decision.on" },
        _ => Accept(new MandateEvent.Suspended(c.Id, c.Ground, c.Decision)),
    };

    private static Outcome<MandateEvent> Resuming(Resume c, Mandate m, MandateRules rules) => m.LastSuspension switch
    {
        { Until: { } until } when until == c.Decision.On => Accept(),
        null or { Until: not null } => new NotSuspended(rules.SuspendedMayNotAct.Ref),
        _ when m.LastDay is not null => new MandateOver(),
        { From: var from } when c.Decision.On < from => new TooEarly(from) { Field = "decision.on" },
        _ => Accept(new MandateEvent.Resumed(c.Id, c.Decision)),
    };

    private static Outcome<MandateEvent> Ending(End c, Mandate m, MandateRules rules) => m switch
    {
        { LastDay: { } last } => last == c.LastDay ? Accept() : new MandateOver(),
        { Office: Office.Deputy } when c.Ground is MandateEnd.Relieved => new NotASeatsEnd(rules.EndIsAnnounced.Ref) { Field = "ground" },
        { Office: Office.Deputy } when c.Decision is null => new DecisionMissing(rules.EndIsAnnounced.Ref) { Field = "decision" },
        _ when c.LastDay < m.From => new TooEarly(m.From) { Field = "lastDay" },
        _ => Accept(new MandateEvent.Ended(c.Id, c.Ground, c.LastDay, c.Decision)),
    };

    private static LocalDate Latest(Mandate m) => m.LastSuspension?.Until ?? m.From;

    private static Outcome<MandateEvent> Of(MandateId id, Mandates state, Func<Mandate, Outcome<MandateEvent>> decide) =>
        state.All.FirstOrDefault(m => m.Id == id) is { } mandate ? decide(mandate) : new NoSuchMandate { Field = "id" };

    private static Mandates Evolve(Mandates state, MandateEvent @event) => @event switch
    {
        MandateEvent.Conferred e => new(e.Person, state.All.Add(new(e.Id, e.Office, e.Body, e.District, e.From))),
        MandateEvent.Confirmed e => With(state, e.Id, m => m with { ConfirmedOn = e.Decision.On }),
        MandateEvent.Suspended e => With(state, e.Id, m => m with { Suspensions = m.Suspensions.Add(new(e.Ground, e.Decision.On)) }),
        MandateEvent.Resumed e => With(state, e.Id, m => m with { Suspensions = [.. m.Suspensions.SkipLast(1), m.Suspensions[^1] with { Until = e.Decision.On }] }),
        MandateEvent.Ended e => With(state, e.Id, m => m with { LastDay = e.LastDay }),
        _ => throw new UnreachableException(@event.GetType().Name),
    };

    private static Mandates With(Mandates state, MandateId id, Func<Mandate, Mandate> change) => state.All.Any(m => m.Id == id)
        ? state with { All = state.All.Select(m => m.Id == id ? change(m) : m).ToValueList() }
        : throw new UnreachableException($"There is no mandate {id}.");
}
