using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Xunit;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Suggestions;

public sealed class StoredFormTests
{
    private static readonly StatutoryPeriod _months = new(new(2026, 5, 8), new(3, LimitUnit.Months), new("SUG-20", "chongqing", new(2018, 1, 1)));
    private static readonly StatutoryPeriod _days = new(new(2026, 5, 8), new(10, LimitUnit.WorkingDays), new("SUG-13", "chongqing", new(2018, 1, 1)));
    private static readonly RuleRef _rule = new("SUG-35", "chongqing", new(2018, 1, 1));
    private static readonly Decision _decision = new(new("desk"), BodyKind.Desk, "交办会", "綦人代交〔2026〕1号", new("zhao"), new(2026, 5, 6));
    private static readonly BodyId _agency = new("city-management");
    private static readonly PersonId _chen = new("chen"), _li = new("li");
    private static readonly CommitmentId _item = new("c-1");
    private static readonly OfficialText _text = new("逐盏核实。");
    private static readonly ValueList<Promise> _promises = [new(_item, new("更换路灯二十盏"), new(2026, 10, 31))];

    public static TheoryData<Event> Samples => new(
    [
        new Event.Submitted(new("s-1"), _chen, [_li], new(new("delegation-3"), _li), new("关于修复路灯的建议"), _text, [new("o-1")], SubmissionTime.InSession, new(2026, 4, 22)),
        new Event.CoSignatureConfirmed(_li),
        new Event.CoSignatureDeclined(_li),
        new Event.Received("2026-017", [_li], _days, new(2026, 4, 24)),
        new Event.Returned(Inadmissibility.JudicialCase, _text, _decision),
        new Event.TakenAsReference(_agency, Inadmissibility.AcademicOrPromotion, _text, _decision),
        new Event.MergedInto(new("s-9"), _decision),
        new Event.OtherTakenIn(new(new("s-0"), [_li])),
        new Event.WithdrawalAsked(_chen, _text),
        new Event.Withdrawn(),
        new Event.Assigned(new("coordinating-office"), _decision),
        new Event.HandlingOpened(_agency, HandlingRole.Lead, _months, _days, _days, new("涉及面广"), new(2026, 5, 6), _decision),
        new Event.ReturnAsked(_agency, _text, _days),
        new Event.ReturnDeclined(_agency, _text, _decision),
        new Event.HandlingMoved(_agency, new("water"), _decision),
        new Event.ContactRecorded(_agency, ContactPhase.Before, ContactManner.Visit, _text, new(2026, 6, 1)),
        new Event.ExtensionAsked(_agency, _text, new(2026, 6, 1)),
        new Event.ExtensionGranted(_agency, _months, null),
        new Event.ExtensionDeclined(_agency, _text, _decision),
        new Event.PeriodSuspended(_agency, new(2026, 6, 10), new(2026, 6, 20), _text, _decision, new("OWN-2", "own", new(2018, 1, 1))),
        new Event.OverdueExplained(_agency, _text, new(2026, 8, 12)),
        new Event.CoHandlerOpinionGiven(_agency, _text, new("qian"), _promises, new(2026, 6, 1)),
        new Event.CoHandlerOpinionDemandedAnew(_agency, _text, _days),
        new Event.ReplyGiven(_agency, new("chongqing-abcd", "B", "列入计划逐步解决"), _text, new("qian"), [_chen, _li], _promises, _days),
        new Event.EvaluationUrged(_agency),
        new Event.Evaluated(_agency, Subject.Reply, SatisfactionGrade.Dissatisfied, _text, true, _days),
        new Event.EvaluationCorrected(_agency, SatisfactionGrade.Dissatisfied, SatisfactionGrade.BasicallySatisfied, null),
        new Event.MeetingDue(_agency, _rule),
        new Event.RehandlingDemanded(_agency, _text, _decision),
        new Event.RehandlingDeclined(_agency, _text, _decision),
        new Event.DemandReceived(_agency, _months),
        new Event.MeetingOpinionGiven(_agency, _text, _decision),
        new Event.CommitmentLapsed(_agency, _item, new(2026, 11, 1)),
        new Event.DeliveryReported(_agency, _item, _text, _days),
        new Event.DeliveryEvaluationUrged(_agency, _item),
        new Event.DeliveryEvaluated(_agency, _item, SatisfactionGrade.Dissatisfied, _text, false, _days, _rule),
        new Event.DeliveryEvaluationCorrected(_agency, _item, SatisfactionGrade.Satisfied, SatisfactionGrade.Dissatisfied, _text, _rule),
        new Event.DeliveryMeetingOpinionGiven(_agency, _item, _text, _decision),
    ]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Stored_form_is_the_approved_one(Event sample) => Approved.Holds("Suggestions", sample);
}
