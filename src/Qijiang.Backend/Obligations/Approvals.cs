using Qijiang.Backend.Http;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Decides on reminders that wait for approval: the desk, or those who may see a report of wrongdoing.</summary>
public sealed class Approvals(Ledger ledger, Duties duties, StillOwed stillOwed, ReminderPolicies policies, Projector projector)
{
    /// <summary>Approves or drops one; null where it is done, also where the same command asked before.</summary>
    public async Task<Refusal?> DecideAsync(Acting acting, ReminderDecided request, CancellationToken cancel)
    {
        var congress = acting.Congress;
        var recorded = await ledger.OfAsync(congress.Id, request.Obligation, cancel);
        if (recorded.Rows.FirstOrDefault(row => row.Step == request.Step && row.To == request.To) is not { Awaits: { } partition } row) return new ReminderUnknown();
        var stream = StreamId.OfPartition(partition);
        var owed = await duties.OfAsync(stream, cancel);
        if (owed.IsSealed != acting.Office is Office.IntakeClerk) return new ReminderUnknown();
        if (recorded.DecisionOn(row.Step, row.To) is { } before) return before.Command == acting.Command!.Id ? null : new ReminderAlreadyDecided();
        if (owed.Obligations.FirstOrDefault(open => open.Id == request.Obligation) is not { } obligation || await AskAsync(congress, obligation, row, cancel) is not { } notice)
            return new ReminderSettled();

        var decision = new DecisionRow(row.Step, row.To, request.Approved, request.Reason, acting.Person, acting.Today, acting.Command!.Id);
        var first = await ledger.DecideAsync(congress.Id, obligation.Id, decision, notice, cancel);
        await projector.StreamChangedAsync(stream, cancel);
        return first ? null : new ReminderAlreadyDecided();
    }

    private async Task<ReminderNotice?> AskAsync(Congress.Established congress, OpenObligation obligation, LedgerRow row, CancellationToken cancel)
    {
        // The tier is that of the step; a repetition's key ends in its number.
        var step = policies.Of(congress.Id).For(obligation.Kind).FirstOrDefault(step => step.Key == row.Step.Split(':')[0]);
        var notice = new ReminderNotice(congress.Id, obligation, row.Step, row.To, row.PlannedFor, row.RecordedOn, step?.Tier?.Key);
        return (await stillOwed.CheckAsync(congress, notice, cancel))?.Notice;
    }
}
