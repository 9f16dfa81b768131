using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Xunit;
using Event = Qijiang.Core.CitizenInput.OpinionEvent;

namespace Qijiang.Core.Tests.CitizenInput;

public sealed class StoredFormTests
{
    private static readonly PersonId _citizen = new("citizen-1");
    private static readonly Decision _decision = new(new("desk"), BodyKind.Desk, null, "綦人信移〔2026〕2号", new("zhao"), new(2026, 3, 10));

    public static TheoryData<Event> Samples => new(
    [
        new Event.Received(
            new("o-1"), _citizen, new(_citizen, "河堤路的路灯坏了三个月。"), new(_citizen, "路灯不亮"), new(_citizen, "古南街道河堤路"), new(_citizen, "王某"),
            new(_citizen, "139****0000"), OpinionManner.Spoken, new("district-1"), new(new(2026, 2, 2), new(15, LimitUnit.Days), new("CIT-10", "national", new(2022, 5, 1))), new(2026, 2, 2)),
        new Event.KindSettled(OpinionKind.Suggestion, new("district-1")),
        new Event.HandedToDeputy(new("chen")),
        new Event.NoticeGiven(NoticeKind.Accepted, new("已登记。"), new(2026, 2, 5)),
        new Event.Referred(new("区纪委监委"), new("依职权移送。"), _decision, new(2026, 3, 10)),
        new Event.SuggestionLinked(new("s-1")),
        new Event.Closed(new("已由代表建议办理。")),
    ]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Stored_form_is_the_approved_one(Event sample) => Approved.Holds("CitizenInput", sample);
}
