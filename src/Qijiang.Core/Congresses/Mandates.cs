using System.Diagnostics;
using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>
/// All offices of one person in one congress. What a person may do on a day is asked here, on the date of the act; a token
/// says only who it is.
/// </summary>
/// <param name="All">Every mandate there ever was, oldest first.</param>
public sealed record Mandates(ValueList<Mandate> All)
{
    /// <summary>How the events fold.</summary>
    public static Decider<Mandates, MandateEvent> Decider { get; } = new(new Mandates([]), Evolve);

    /// <summary>Whether acts in this office are possible on a day.</summary>
    /// <param name="office">The office.</param>
    /// <param name="body">The body it must belong to; null: any.</param>
    /// <param name="day">The day of the act.</param>
    public bool Holds(Office office, BodyId? body, LocalDate day) =>
        All.Any(m => m.Office == office && (body is null || m.Body == body) && m.CanActOn(day));

    /// <summary>The mandates in which acts are possible on a day.</summary>
    /// <param name="day">The day of the act.</param>
    public ValueList<Mandate> ActiveOn(LocalDate day) => All.Where(m => m.CanActOn(day)).ToValueList();

    /// <summary>The deputy's seat held on a day, suspended or not: it counts among those in office (CONG-04).</summary>
    /// <param name="day">The day.</param>
    public Mandate? SeatOn(LocalDate day) => All.FirstOrDefault(m => m.Office == Office.Deputy && m.IsHeldOn(day));

    /// <summary>Decides about a person's offices.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="state">The offices so far.</param>
    /// <returns>Refused as <c>mandate.held-already</c>, <c>mandate.not-held-then</c>, <c>mandate.not-a-deputy</c>, <c>mandate.not-suspended</c>, <c>mandate.ends-before-it-begins</c>, <c>mandate.seat-needs-decision</c>, <c>mandate.seat-needs-ground</c>.</returns>
    public static Outcome<MandateEvent> Decide(MandateCommand command, Mandates state) => command switch
    {
        MandateCommand.Confer c when c.Until <= c.From => new EndsBeforeItBegins(),
        MandateCommand.Confer c when state.All.Any(m => Same(m, c)) => Outcome<MandateEvent>.Accept(),
        MandateCommand.Confer c when state.All.Any(m => m.Office == c.Office && m.Body == c.Body && Overlaps(m, c)) => new OfficeHeldAlready(),
        MandateCommand.Confer c => Outcome<MandateEvent>.Accept(new MandateEvent.Conferred(c.Office, c.Body, c.District, c.From, c.Until)),
        MandateCommand.ConfirmCredentials c => state.SeatOn(c.On) switch
        {
            null => new NotADeputy(),
            { ConfirmedOn: not null } => Outcome<MandateEvent>.Accept(),
            _ => Outcome<MandateEvent>.Accept(new MandateEvent.CredentialsConfirmed(c.On, c.Decision)),
        },
        MandateCommand.Suspend c => state.SeatOn(c.From) switch
        {
            null => new NotADeputy(),
            _ when c.Decision is null => new SeatNeedsDecision(),
            _ when c.Ground is null => new SeatNeedsGround(),
            { } seat when seat.Suspensions.Any(s => s.Until is null && s.From <= c.From) => Outcome<MandateEvent>.Accept(),
            _ => Outcome<MandateEvent>.Accept(new MandateEvent.Suspended(c.From, c.Decision, c.Ground)),
        },
        MandateCommand.Resume c => state.SeatOn(c.From) switch
        {
            null => new NotADeputy(),
            { } seat when seat.Suspensions.Any(s => s.Until is null && s.From <= c.From) => Outcome<MandateEvent>.Accept(new MandateEvent.Resumed(c.From)),
            { } seat when seat.Suspensions.Any(s => s.Until == c.From) => Outcome<MandateEvent>.Accept(),
            _ => new NotSuspended(),
        },
        MandateCommand.End c when !state.All.Any(m => Is(m, c) && m.IsHeldOn(c.On)) =>
            state.All.Any(m => Is(m, c) && m.Until == c.On) ? Outcome<MandateEvent>.Accept() : new OfficeNotHeldThen(),
        MandateCommand.End { Office: Office.Deputy, Decision: null } => new SeatNeedsDecision(),
        MandateCommand.End { Office: Office.Deputy, Ground: null or MandateEnd.Relieved } => new SeatNeedsGround(),
        MandateCommand.End c => Outcome<MandateEvent>.Accept(new MandateEvent.Ended(c.Office, c.Body, c.On, c.Decision, c.Ground)),
        MandateCommand.IssueSignInCode c => state.ActiveOn(c.On).Count > 0 ? Outcome<MandateEvent>.Accept(new MandateEvent.SignInCodeIssued()) : new OfficeNotHeldThen(),
        _ => throw new UnreachableException($"{command.GetType().Name} is not a command of mandates"),
    };

    private static bool Is(Mandate m, MandateCommand.End c) => m.Office == c.Office && m.Body == c.Body;

    private static bool Same(Mandate m, MandateCommand.Confer c) =>
        (m.Office, m.Body, m.District, m.From, m.Until) == (c.Office, c.Body, c.District, c.From, c.Until);

    private static bool Overlaps(Mandate m, MandateCommand.Confer c) => (m.Until is null || c.From < m.Until) && (c.Until is null || m.From < c.Until);

    private static Mandates Evolve(Mandates state, MandateEvent happened) => happened switch
    {
        MandateEvent.Conferred e => new(state.All.Add(new Mandate(e.Office, e.Body, e.District, e.From, e.Until, null, []))),
        MandateEvent.CredentialsConfirmed e => state.With(m => m.Office == Office.Deputy && m.IsHeldOn(e.On), m => m with { ConfirmedOn = e.On }),
        MandateEvent.Suspended e => state.With(m => m.Office == Office.Deputy && m.IsHeldOn(e.From), m => m with { Suspensions = m.Suspensions.Add(new(e.From, null, e.Ground)) }),
        MandateEvent.Resumed e => state.With(m => m.Office == Office.Deputy && m.IsHeldOn(e.From), m => m with
        {
            Suspensions = m.Suspensions.Select(s => s.Until is null ? s with { Until = e.From } : s).ToValueList(),
        }),
        MandateEvent.Ended e => state.With(m => m.Office == e.Office && m.Body == e.Body && m.IsHeldOn(e.On), m => m with { Until = e.On }),
        MandateEvent.SignInCodeIssued => state,
        _ => throw new UnreachableException($"{happened.GetType().Name} is not an event of mandates"),
    };

    private Mandates With(Func<Mandate, bool> which, Func<Mandate, Mandate> change) => All.Any(which)
        ? new(All.Select(m => which(m) ? change(m) : m).ToValueList())
        : throw new UnreachableException("no mandate is there to which this could have happened");
}
