using FluentAssertions;
using Qijiang.Core.Congresses;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Congresses.CongressCommand;

namespace Qijiang.Core.Tests.Congresses;

public sealed class CongressTests
{
    private static readonly Establish _qijiang = new(new("qijiang"), CongressLevel.District, new("綦江区人民代表大会", "Qijiang District People's Congress"), null, "chongqing", [new("万盛经开区", "Wansheng")]);
    private static readonly Body _water = new(new("water"), BodyKind.Agency, new("区水利局", "Water Bureau"));

    [Fact]
    public void A_congress_is_established_once()
    {
        Scenarios.Congress.When(_qijiang).Then(new CongressEvent.Established(_qijiang.Id, _qijiang.Level, _qijiang.Names, null, "chongqing", _qijiang.Areas));
        Scenarios.Congress.GivenDone(_qijiang).When(_qijiang).ThenNothing();
        Scenarios.Congress.GivenDone(_qijiang).When(_qijiang with { Level = CongressLevel.Town }).ThenRefused<AlreadyEstablished>();
    }

    [Fact]
    public void Bodies_and_districts_are_added_to_it()
    {
        Scenarios.Congress.When(new AddBody(_water)).ThenRefused<NotYetEstablished>();
        var district = new ElectoralDistrict(new("district-1"), new("古南第一选区", "Gunan No. 1"));
        var whole = Scenarios.Congress.GivenDone(_qijiang, new AddBody(_water), new AddElectoralDistrict(district));
        whole.When(new AddBody(_water)).ThenNothing();
        whole.When(new AddElectoralDistrict(district)).ThenNothing();
        whole.When(new AddBody(_water with { Kind = BodyKind.Desk })).ThenRefused<BodyTwice>();
        ((Congress.Established)whole.State).Find(new("water")).Should().Be(_water);
    }
}
