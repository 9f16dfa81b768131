using System.Diagnostics;
using CsCheck;
using Qijiang.Core.Calendar;
using Xunit.Abstractions;
using static Qijiang.Core.Calendar.NoticeCommand;

namespace Qijiang.Core.Tests.Calendar;

/// <summary>The law of the register of holiday notices, proved over every state that it can reach. Every deadline hangs on what stands in it.</summary>
public sealed class NoticeRegisterLaw(ITestOutputHelper output) : ProvedLaw<NoticeRegisterLaw>(output), ILaw
{
    private static readonly HolidayNotice _2019 = Embedded("2019");
    private static readonly HolidayNotice _amendment = Embedded("2019-1");
    private static readonly HolidayNotice _corrected = _2019 with { Title = _2019.Title + "（更正）" };
    private static readonly HolidayNotice _rival = _2019 with { Id = "2019-other" };

    private static readonly Proof<NoticeCommand, NoticeRegister, NoticeEvent> _proof = new(NoticeRegister.Decider, NoticeRegister.Decide)
    {
        Wishes =
        [
            new("the software's own", _ => new EnterOwn([_2019])),
            new("the software's own with the amendment", _ => new EnterOwn([_2019, _amendment])),
            new("the year's notice", _ => new Enter(_2019)),
            new("the year's notice, corrected", _ => new Enter(_corrected)),
            new("another notice for the year", _ => new Enter(_rival)),
            new("the amendment", _ => new Enter(_amendment)),
            new("out with the year's notice", _ => new Withdraw(_2019.Id)),
            new("out with the amendment", _ => new Withdraw(_amendment.Id)),
            new("out with the other one", _ => new Withdraw(_rival.Id)),
        ],
        Requirements = spec => spec
            .Invariant("year", "a year has one notice; an amendment names it",
                at => at.State.Notices.Where(n => n.Governs).Select(n => n.Year).Distinct().Count() == at.State.Notices.Count(n => n.Governs))
            .Invariant("amends", "no amendment stands without what it amends",
                at => at.State.Notices.All(n => n.Amends is null || at.State.Notices.Any(other => other.Id == n.Amends)))
            .Invariant("seen", "what stands there was entered, in these very words",
                at => at.State.Notices.All(at.State.Seen.Contains))
            .Rule("own", "an older file undoes no correction and brings back nothing that was taken out",
                (before, after) => after.Asked is EnterOwn own && own.Notices.Any(before.State.Seen.Contains),
                (before, after) => ((EnterOwn)after.Asked!).Notices.Where(before.State.Seen.Contains).All(n => before.State.Notices.Contains(n) == after.State.Notices.Contains(n)))
            .Rule("unknown", "what is not there is not taken out",
                (before, after) => after.Asked is Withdraw w && before.State.Notices.All(n => n.Id != w.Id),
                (_, after) => after.Refused is NoticeUnknown)
            .Rule("named", "what does not fit is refused, and every finding is named",
                (_, after) => after.Asked is Enter && after.Refused is not null,
                (_, after) => after.Refused is NoticeFaulty { Findings.Count: > 0 })
            .Rule("corrected", "a notice entered again under its id takes the place of the one before",
                (_, after) => after.Did<NoticeEvent.Entered>() && after.Asked is Enter,
                (_, after) => after.State.Notices.Count(n => n.Id == ((Enter)after.Asked!).Notice.Id) == 1 && after.State.Notices.Contains(((Enter)after.Asked!).Notice))
            .Reachable("both", "a notice and its amendment can stand together", at => at.State.Notices.Count == 2),
        Faults =
        [
            new("a second notice for a year", "year", decide => decide.Grants((c, s) => c is Enter { Notice: var n } && n == _rival && s.Notices.Count > 0 && !s.Notices.Contains(n) ? new NoticeEvent.Entered(n) : null)),
            new("what is amended is taken out", "amends", decide => decide.Grants((c, s) => c is Withdraw { Id: "2019" } && s.Notices.Count == 2 ? new NoticeEvent.Withdrawn("2019") : null)),
            new("what was entered is forgotten", "seen", Evolve: (before, e, after) => e is NoticeEvent.Entered ? after with { Seen = before.Seen } : after),
            new("the file of the software goes first", "own", decide => decide.Grants((c, s) => c is EnterOwn && s.Notices.Contains(_corrected) && s.Seen.Contains(_2019) ? new NoticeEvent.Entered(_2019) : null)),
            new("something unknown is taken out", "unknown", decide => decide.Grants((c, s) => c is Withdraw w && s.Notices.Count == 0 ? new NoticeEvent.Withdrawn(w.Id) : null)),
            new("a fault without a name", "named", decide => (c, s) => decide(c, s) is Outcome<NoticeEvent>.Refused { Refusal: NoticeFaulty } ? new NoticeFaulty([]) : decide(c, s)),
            new("a correction is put beside", "corrected", Evolve: (before, e, after) => e is NoticeEvent.Entered { Notice: var n } && n == _corrected && before.Notices.Contains(_2019) ? before with { Seen = after.Seen } : after),
            new("an entry that cannot be", "follows", Evolve: (_, e, after) => e is NoticeEvent.Entered ? throw new UnreachableException() : after),
            new("the same notice twice", "again", decide => decide.Grants((c, s) => c is Enter { Notice: var n } && s.Notices.Contains(n) ? new NoticeEvent.Entered(n) : null)),
        ],
        IsEnd = _ => true,
        EachIsItsOwn = command => command is Withdraw,
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => [];

    private static HolidayNotice Embedded(string id) => HolidayNotices.Embedded.Single(notice => notice.Id == id);
}
