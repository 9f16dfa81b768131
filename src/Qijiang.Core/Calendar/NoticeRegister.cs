using System.Collections.Immutable;
using System.Diagnostics;

namespace Qijiang.Core.Calendar;

/// <summary>The holiday notices that an installation knows: those that came with the software, with its configuration, and those that were entered.</summary>
/// <param name="Notices">Those that hold, in the order in which they were entered first.</param>
/// <param name="Seen">All that were ever entered, in their very words.</param>
public sealed record NoticeRegister(ValueList<HolidayNotice> Notices, ValueList<HolidayNotice> Seen)
{
    /// <summary>How the events of the register fold.</summary>
    public static Decider<NoticeRegister, NoticeEvent> Decider { get; } = new(new([], []), Evolve);

    /// <summary>Enters or takes out notices, if those that are there then fit together.</summary>
    /// <param name="command">What to do.</param>
    /// <param name="state">What is known.</param>
    /// <returns>Refused as <c>notice.faulty</c>, <c>notice.unknown</c>.</returns>
    public static Outcome<NoticeEvent> Decide(NoticeCommand command, NoticeRegister state) => command switch
    {
        NoticeCommand.EnterOwn c => state.Checked([.. c.Notices.Where(notice => !state.Seen.Contains(notice)).Select(notice => new NoticeEvent.Entered(notice))]),
        NoticeCommand.Enter c => state.Notices.Contains(c.Notice) ? Outcome<NoticeEvent>.Accept() : state.Checked([new NoticeEvent.Entered(c.Notice)]),
        NoticeCommand.Withdraw c => state.Notices.Any(notice => notice.Id == c.Id) ? state.Checked([new NoticeEvent.Withdrawn(c.Id)]) : new NoticeUnknown(),
        _ => throw new UnreachableException(),
    };

    // A local notice meets those of the whole country and of its own area, and no other.
    private Outcome<NoticeEvent> Checked(ImmutableArray<NoticeEvent> events)
    {
        var then = events.Aggregate(this, Evolve).Notices;
        var findings = then.Select(notice => notice.Area).Append(null).Distinct()
            .SelectMany(area => NoticeSetCheck.Check([.. then.Where(notice => notice.Area is null || notice.Area == area)]))
            .Distinct().ToValueList();
        return findings.Count == 0 ? Outcome<NoticeEvent>.Accept([.. events]) : new NoticeFaulty(findings);
    }

    private static NoticeRegister Evolve(NoticeRegister state, NoticeEvent happened) => happened switch
    {
        NoticeEvent.Entered { Notice: var notice } => new(
            state.Notices.Any(known => known.Id == notice.Id) ? state.Notices.Select(known => known.Id == notice.Id ? notice : known).ToValueList() : state.Notices.Add(notice),
            state.Seen.Contains(notice) ? state.Seen : state.Seen.Add(notice)),
        NoticeEvent.Withdrawn { Id: var id } => state with { Notices = state.Notices.Where(notice => notice.Id != id).ToValueList() },
        _ => throw new UnreachableException(),
    };
}
