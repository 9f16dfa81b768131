using Qijiang.Core.Law;
using static Qijiang.Core.Suggestions.Delivery;
using static Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Suggestions;

/// <summary>How a committed item evolves. An event that can't follow is a defect.</summary>
internal static class CommitmentHistory
{
    public static Delivery Next(Delivery delivery, OfCommitment @event) => (delivery, @event) switch
    {
        (Promised, CommitmentLapsed e) => new Lapsed(e.On),
        (Promised or Lapsed, DeliveryReported e) => new Reported(e.EvaluateWithin, e.Report),
        (Reported s, DeliveryEvaluationUrged) => s with { Urged = true },
        (Reported, DeliveryEvaluated e) => Graded(new(e.Grade, e.Counted, e.Correctable, e.Opinion), e.MeetingBecause),
        (Accepted or BeforeMeeting, DeliveryEvaluationCorrected e) => Graded(delivery.Graded! with { Grade = e.Grade, Opinion = e.Opinion }, e.MeetingBecause),
        (Lapsed or BeforeMeeting, DeliveryMeetingOpinionGiven e) => new ResolvedByDesk(e.Decision),
        _ => throw SuggestionHistory.Impossible(@event, delivery),
    };

    private static Delivery Graded(Grading grading, RuleRef? because) => because is null ? new Accepted(grading) : new BeforeMeeting(grading, because);
}
