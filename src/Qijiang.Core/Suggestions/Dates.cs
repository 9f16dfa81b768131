using NodaTime;
using static Qijiang.Core.Suggestions.Stage;
using static Qijiang.Core.Suggestions.SuggestionCommand;

namespace Qijiang.Core.Suggestions;

/// <summary>No act is dated before the one it follows; acts on paper come late, but not out of order.</summary>
internal static class Dates
{
    /// <summary>The first day on which an act on this part can have happened.</summary>
    public static LocalDate Earliest(ForHandling command, Handling part) => command switch
    {
        RecordContact => part.AssignedBy.On,            // may be noted when the reply is long out
        ForCommitment c => Earliest(c, part.Commitments.First(x => x.Id == c.Commitment)),
        _ => Since(part),
    };

    private static LocalDate Earliest(ForCommitment command, Commitment item) => (command, item.Delivery) switch
    {
        (ReportDelivery, _) => item.PromisedOn,         // done in time, reported on paper after it had lapsed
        (_, Delivery.Lapsed d) => d.Since,
        (_, Delivery.Reported d) => d.Owed.Start,
        (_, Delivery.Accepted d) => d.Grading.Correctable.Start,
        (_, Delivery.BeforeMeeting d) => d.Grading.Correctable.Start,
        _ => item.PromisedOn,
    };

    private static LocalDate Since(Handling part) => part.Stage switch
    {
        Replying s => LocalDate.Max(part.AssignedBy.On, s.Owed.Start),
        ReturnAsked s => s.DecideWithin.Start,
        Evaluating s => s.Answer.On,
        DemandSent s => s.Decision.On,
        LeftAtThat s => s.Decision.On,
        ResolvedByDesk s => s.Decision.On,
        var s => s.Graded!.Correctable.Start,
    };
}
