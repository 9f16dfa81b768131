using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Core.Tests.Congresses;

public sealed class StoredFormTests
{
    private static readonly Decision _decision = new(new("standing-committee"), BodyKind.StandingCommittee, "第三十次会议", "綦人公〔2026〕3号", new("zhao"), new(2026, 3, 10));
    private static readonly Names _names = new("綦江区人民代表大会", "Qijiang District People's Congress");

    public static TheoryData<CongressEvent> Congresses => new(
    [
        new CongressEvent.Established(new("qijiang"), CongressLevel.District, _names, null, "chongqing", [new("万盛经开区", "Wansheng Development Zone")]),
        new CongressEvent.BodyAdded(new(new("city-management"), BodyKind.Agency, new("区城市管理局", "City Management Bureau"))),
        new CongressEvent.ElectoralDistrictAdded(new(new("district-1"), new("古南第一选区", "Gunan No. 1"))),
    ]);

    public static TheoryData<MandateEvent> Mandates => new(
    [
        new MandateEvent.Conferred(Office.Deputy, null, new("district-1"), new(2026, 1, 10), null),
        new MandateEvent.CredentialsConfirmed(new(2026, 1, 20), _decision),
        new MandateEvent.Suspended(new(2026, 3, 10), _decision, SuspensionGround.CriminalCase),
        new MandateEvent.Resumed(new(2026, 5, 10)),
        new MandateEvent.Ended(Office.Deputy, null, new(2026, 9, 1), _decision, MandateEnd.MovedAway),
        new MandateEvent.SignInCodeIssued(),
    ]);

    [Theory]
    [MemberData(nameof(Congresses))]
    public void Stored_form_of_a_congress_is_the_approved_one(CongressEvent sample) => Approved.Holds("Congresses", sample);

    [Theory]
    [MemberData(nameof(Mandates))]
    public void Stored_form_of_a_mandate_is_the_approved_one(MandateEvent sample) => Approved.Holds("Congresses", sample);
}
