using Qijiang.Core.PersonalData;
using Xunit;
using Event = Qijiang.Core.PersonalData.DataSubjectEvent;

namespace Qijiang.Core.Tests.PersonalData;

public sealed class StoredFormTests
{
    public static TheoryData<Event> Samples => new(
    [
        new Event.Restricted([new(RecordKind.Opinion, new("qj"), "YJ-11111-11111", RetentionClass.WithTheCase), new(RecordKind.Mandates, new("qj"), "wang", RetentionClass.Permanent)], new(2026, 3, 2)),
        new Event.RestrictionLifted(),
        new Event.Erased(new(2026, 3, 2)),
    ]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Stored_form_is_the_approved_one(Event sample) => Approved.Holds("PersonalData", sample);
}
