using CsCheck;
using NodaTime;
using Qijiang.Core.Congresses;
using Xunit.Abstractions;
using static Qijiang.Core.Congresses.MandateCommand;

namespace Qijiang.Core.Tests.Congresses;

/// <summary>The law of seats and offices, proved over every state that the decider can reach within two days: a seat held up to twice, beside a post.</summary>
public sealed class MandatesLaw(ITestOutputHelper output) : ProvedLaw<MandatesLaw>(output), ILaw
{
    private static readonly LocalDate[] _days = [new(2026, 11, 3), new(2026, 11, 4)];
    private static readonly LocalDate[] _ever = [.. _days, new(2027, 1, 1)];
    private static readonly BodyId _water = new("water");

    private static readonly Proof<MandateCommand, Mandates, MandateEvent> _proof = new(Mandates.Decider, Mandates.Decide)
    {
        Wishes =
        [
            .. _days.SelectMany(day => new Wish<MandateCommand>[]
            {
                new($"elect from {day:dd}", _ => new Confer(Office.Deputy, null, new("d-1"), day)),
                new($"confirm on {day:dd}", _ => new ConfirmCredentials(day, Decided(day))),
                new($"suspend from {day:dd}", _ => new Suspend(day, Decided(day), SuspensionGround.CriminalCase)),
                new($"suspend from {day:dd} without decision", _ => new Suspend(day, null, SuspensionGround.CriminalCase)),
                new($"suspend from {day:dd} without ground", _ => new Suspend(day, Decided(day))),
                new($"resume from {day:dd}", _ => new Resume(day)),
                new($"accept the resignation on {day:dd}", _ => new End(Office.Deputy, null, day, Decided(day), MandateEnd.Resigned)),
                new($"delete the seat on {day:dd}", _ => new End(Office.Deputy, null, day)),
                new($"end the seat on {day:dd} without ground", _ => new End(Office.Deputy, null, day, Decided(day))),
                new($"relieve the deputy on {day:dd}", _ => new End(Office.Deputy, null, day, Decided(day), MandateEnd.Relieved)),
                new($"issue a code on {day:dd}", _ => new IssueSignInCode(day)),
            }),
            new("appoint", _ => new Confer(Office.AgencyClerk, _water, null, _days[0])),
            new("relieve of the post", _ => new End(Office.AgencyClerk, _water, _days[1], null, MandateEnd.Relieved)),
            new("elect until before it begins", _ => new Confer(Office.Deputy, null, new("d-1"), _days[1], _days[0])),
        ],
        Within = s => s.All.Count(m => m.Office is Office.Deputy) <= 2 && s.All.Count(m => m.Office is not Office.Deputy) <= 1 && s.All.All(m => m.Suspensions.Count <= 1),
        EachIsItsOwn = command => command is IssueSignInCode,
        Requirements = spec => spec
            .Precedes("DEP-04", "who is elected but not confirmed acts as a deputy on no day",
                (_, after) => after.Asked is ConfirmCredentials && after.Happened.Count > 0,
                (_, after) => _ever.Any(day => after.State.Holds(Office.Deputy, null, day)))
            .Rule("DEP-04 day", "and not on a day before the credentials were confirmed",
                (_, after) => after.Asked is ConfirmCredentials && after.Happened.Count > 0,
                (before, after) => _ever.All(day => day >= (after.Asked as ConfirmCredentials)?.On || before.State.Holds(Office.Deputy, null, day) == after.State.Holds(Office.Deputy, null, day)))
            .Rule("DEP-05", "a suspended deputy does not act from that day on",
                (_, after) => after.Asked is Suspend && after.Refused is null,
                (_, after) => !after.State.Holds(Office.Deputy, null, ((Suspend)after.Asked!).From))
            .Rule("DEP-05 seat", "and keeps the seat, which counts among those in office (CONG-04)",
                (_, after) => after.Did<MandateEvent.Suspended>(),
                (before, after) => _ever.All(day => before.State.SeatOn(day)?.From == after.State.SeatOn(day)?.From))
            .Never("DEP-05 decision", "nobody is suspended by a clerk: there is a decision",
                (_, after) => after.Did<MandateEvent.Suspended>(e => e.Decision is null))
            .Never("DEP-05 ground", "and it is one of the two grounds of the law",
                (_, after) => after.Did<MandateEvent.Suspended>(e => e.Ground is not (SuspensionGround.CriminalCase or SuspensionGround.Serving)))
            .Rule("DEP-05 end", "the suspension ends where its ground has disappeared, and not before",
                (_, after) => after.Did<MandateEvent.Resumed>(),
                (before, after) => _ever.All(day => day >= ((Resume)after.Asked!).From || before.State.Holds(Office.Deputy, null, day) == after.State.Holds(Office.Deputy, null, day)))
            .Rule("DEP-06", "a seat ends by a decision that is announced",
                (before, after) => Seats(before) != Seats(after) && after.Asked is End,
                (_, after) => after.Did<MandateEvent.Ended>(e => e.Decision is not null))
            .Never("DEP-06 ground", "and on the grounds of the law alone",
                (_, after) => after.Did<MandateEvent.Ended>(e => e is { Office: Office.Deputy, Ground: null or MandateEnd.Relieved }))
            .Rule("DEP-06 ended", "and where that is accepted, it is held no more from that day on",
                (_, after) => after.Asked is End && after.Refused is null,
                (_, after) => !IsHeld(after.State, (End)after.Asked!))
            .Rule("DEP-06 kept", "no seat or office is ever taken off the record",
                (before, after) => before.State.All.Zip(after.State.All).All(pair => (pair.First.Office, pair.First.From) == (pair.Second.Office, pair.Second.From))
                    && before.State.All.Count <= after.State.All.Count)
            .Rule("DEP-01", "a term's end is an event: nothing gives a seat an end but ending it",
                (before, after) => Seats(before) != Seats(after) && after.Asked is not End,
                (_, after) => after.State.All[^1] is { Until: null })
            .Invariant("once", "nobody holds the same seat or post twice on a day",
                at => _ever.All(day => at.State.All.Where(m => m.IsHeldOn(day)).GroupBy(m => m.Office).All(held => held.Count() == 1)))
            .Rule("code", "a code to sign in is issued to nobody who can't act",
                (_, after) => after.Did<MandateEvent.SignInCodeIssued>(),
                (_, after) => after.State.ActiveOn(((IssueSignInCode)after.Asked!).On).Count > 0)
            .Reachable("again a deputy", "who resigned can be elected again and act",
                at => at.State.All.Count(m => m.Office is Office.Deputy) == 2 && at.State.Holds(Office.Deputy, null, _ever[^1])),
        Faults =
        [
            new("the elected act at once", "DEP-04", decide => decide.Tells((_, _, e) => e is MandateEvent.Conferred { Office: Office.Deputy } c ? [e, new MandateEvent.CredentialsConfirmed(c.From, null)] : [e])),
            new("confirmed from the election on", "DEP-04 day", decide => decide.Tells((_, s, e) => e is MandateEvent.CredentialsConfirmed c ? [c with { On = s.SeatOn(c.On)!.From }] : [e])),
            new("a suspension is forgotten", "DEP-05", decide => decide.Tells((_, _, e) => e is MandateEvent.Suspended ? [] : [e])),
            new("the suspended lose the seat", "DEP-05 seat", decide => decide.Tells((_, _, e) => e is MandateEvent.Suspended s ? [e, new MandateEvent.Ended(Office.Deputy, null, s.From, s.Decision)] : [e])),
            new("a clerk suspends", "DEP-05 decision", decide => decide.Grants((c, s) => c is Suspend { Decision: null } x && s.SeatOn(x.From) is not null ? new MandateEvent.Suspended(x.From, null, x.Ground) : null)),
            new("suspended for no ground of the law", "DEP-05 ground", decide => decide.Tells((_, _, e) => e is MandateEvent.Suspended s ? [s with { Ground = null }] : [e])),
            new("resumed before the ground disappeared", "DEP-05 end", decide => decide.Tells((_, s, e) => e is MandateEvent.Resumed r ? [r with { From = s.SeatOn(r.From)!.From }] : [e])),
            new("a seat is deleted", "DEP-06", decide => decide.Grants((c, s) => c is End { Office: Office.Deputy, Decision: null } x && s.SeatOn(x.On) is not null ? new MandateEvent.Ended(x.Office, null, x.On, null) : null)),
            new("a seat ends without a word", "DEP-06 ground", decide => decide.Tells((_, _, e) => e is MandateEvent.Ended { Office: Office.Deputy } s ? [s with { Ground = null }] : [e])),
            new("a deputy is relieved like a clerk", "DEP-06 ground", decide => decide.Takes(c => c is End { Office: Office.Deputy, Ground: MandateEnd.Relieved } x ? x with { Office = Office.AgencyClerk, Body = _water } : c)
                .Tells((c, _, e) => c is End { Office: Office.Deputy, Ground: MandateEnd.Relieved } && e is MandateEvent.Ended s ? [s with { Office = Office.Deputy, Body = null }] : [e])),
            new("an end is forgotten", "DEP-06 ended", decide => decide.Tells((_, _, e) => e is MandateEvent.Ended ? [] : [e])),
            new("who resigned is struck from the record", "DEP-06 kept", Evolve: (_, e, after) => e is MandateEvent.Ended ? new(after.All.Where(m => m.Until is null).ToValueList()) : after),
            new("a seat for five years", "DEP-01", decide => decide.Tells((_, _, e) => e is MandateEvent.Conferred c ? [c with { Until = c.From.PlusYears(5) }] : [e])),
            new("elected twice", "once", decide => decide.Grants((c, s) => c is Confer { Until: null } x && s.All.Count == 1 && s.All[0] is { Until: null, Office: var held } && held == x.Office ? new MandateEvent.Conferred(x.Office, x.Body, x.District, x.From, x.Until) : null)),
            new("a code for the suspended", "code", decide => decide.Grants((c, s) => c is IssueSignInCode x && s.SeatOn(x.On) is not null ? new MandateEvent.SignInCodeIssued() : null)),
            new("confirmed each time anew", "again", decide => decide.Grants((c, s) => c is ConfirmCredentials x && s.SeatOn(x.On) is not null ? new MandateEvent.CredentialsConfirmed(x.On, x.Decision) : null)),
            new("nobody is suspended", "follows", decide => decide.Grants((c, s) => c is Suspend { Decision: not null } x && s.All.Count == 0 ? new MandateEvent.Suspended(x.From, x.Decision, x.Ground) : null)),
        ],
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => [
        "suspend from 03 without decision", "suspend from 04 without decision", "suspend from 03 without ground", "suspend from 04 without ground",
        "end the seat on 03 without ground", "end the seat on 04 without ground", "relieve the deputy on 03", "relieve the deputy on 04", "delete the seat on 03", "delete the seat on 04", "elect until before it begins"];

    private static ValueList<(LocalDate From, LocalDate? Until)> Seats(Reached<MandateCommand, Mandates, MandateEvent> at) =>
        at.State.All.Where(m => m.Office is Office.Deputy).Select(m => (m.From, m.Until)).ToValueList();

    private static bool IsHeld(Mandates mandates, End end) => mandates.All.Any(m => m.Office == end.Office && m.Body == end.Body && m.IsHeldOn(end.On));

    private static Decision Decided(LocalDate day) => new(new("standing-committee"), BodyKind.StandingCommittee, null, "1", new("chair"), day);
}
