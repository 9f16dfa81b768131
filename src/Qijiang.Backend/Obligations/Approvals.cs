using Qijiang.Backend.Calendar;
using Qijiang.Backend.Http;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Decides on reminders that wait for approval: the desk, or those who may see a report of wrongdoing.</summary>
public sealed class Approvals(Ledger ledger, Duties duties, StillOwed stillOwed, CalendarInForce calendar, ReminderPolicies policies, Projector projector)
{
    /// <summary>Approves or drops one; null where it is done, also where the same command asked before.</summary>
    public async Task<Refusal?> DecideAsync(Acting acting, ReminderDecided request, CancellationToken cancel)
    {
        var congress = acting.Congress;
        var all = await ledger.OfAsync(congress.Id, request.Obligation, cancel);
        if (all.Rows.FirstOrDefault(row => row.Step == request.Step && row.To == request.To && row.Awaits is not null) is not { Awaits: { } partition }) return new ReminderUnknown();
        var stream = StreamId.OfPartition(partition);
        var owed = await duties.OfAsync(stream, cancel);
        if (owed.IsSealed != acting.Office is Office.IntakeClerk) return new ReminderUnknown();
        if (all.Decisions.Any(decision => decision.Command == acting.Command!.Id && decision.Step == request.Step && decision.To == request.To)) return null;
        if (owed.Obligations.FirstOrDefault(open => open.Id == request.Obligation) is not { } obligation)
            return all.DecisionOn(request.Step, request.To) is null ? new ReminderSettled() : new ReminderAlreadyDecided();
        // What waits is a reminder of the last day as it is now.
        var due = obligation.Due.On(await calendar.OfAsync(congress, cancel));
        var recorded = all.For(due);
        if (recorded.DecisionOn(request.Step, request.To) is not null) return new ReminderAlreadyDecided();
        if (recorded.Rows.FirstOrDefault(row => row.Step == request.Step && row.To == request.To && row.Awaits is not null) is not { } row
            || await AskAsync(congress, obligation, row with { Due = due }, cancel) is not { } notice) return new ReminderSettled();

        var decision = new DecisionRow(row.Step, row.To, request.Approved, request.Reason, acting.Person, acting.Today, acting.Command!.Id, due);
        var first = await ledger.DecideAsync(congress.Id, obligation.Id, decision, notice, cancel);
        await projector.StreamChangedAsync(stream, cancel);
        return first ? null : new ReminderAlreadyDecided();
    }

    private async Task<ReminderNotice?> AskAsync(Congress.Established congress, OpenObligation obligation, LedgerRow row, CancellationToken cancel)
    {
        // The tier is that of the step; a repetition's key ends in its number.
        var step = policies.Of(congress).For(obligation.Kind).FirstOrDefault(step => step.Key == row.Step.Split(':')[0]);
        var notice = ReminderNotice.Of(congress.Id, obligation, row, row.RecordedOn, step?.Tier?.Key);
        return (await stillOwed.CheckAsync(congress, notice, cancel))?.Notice;
    }
}
