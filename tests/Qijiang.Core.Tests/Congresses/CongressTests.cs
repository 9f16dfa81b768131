using System.Diagnostics;
using FluentAssertions;
using Qijiang.Core.Congresses;
using Qijiang.Testing;
using Xunit;

namespace Qijiang.Core.Tests.Congresses;

public sealed class CongressTests
{
    private static readonly CongressCommand.Establish _establish = new(
        new("qj"), CongressLevel.District, new("綦江区人民代表大会", "Qijiang District People's Congress"), null, "chongqing", [new("万盛经开区", "Wansheng")]);
    private static readonly CongressEvent.Established _established = new(
        new("qj"), CongressLevel.District, new("綦江区人民代表大会", "Qijiang District People's Congress"), null, "chongqing", [new("万盛经开区", "Wansheng")]);
    private static readonly Body _desk = new(new("desk"), BodyKind.Desk, new("人代工委", "Desk"));
    private static readonly ElectoralDistrict _first = new(new("d-1"), new("第一选区", "First district"));

    private static Scenario<CongressCommand, Congress, CongressEvent> A_congress => new(Congress.Decider, Congress.Decide);

    [Fact]
    public void A_congress_is_established_with_its_facts() => A_congress.When(_establish).Then(_established);

    [Fact]
    public void Establishing_it_again_with_the_same_facts_adds_nothing() => A_congress.Given(_established).When(_establish).ThenNothing();

    public static TheoryData<CongressCommand.Establish> OtherFacts =>
    [
        _establish with { Level = CongressLevel.Town },
        _establish with { Names = new("綦江县人民代表大会", "Qijiang County") },
        _establish with { Parent = new CongressId("cq") },
        _establish with { RuleSet = "national" },
        _establish with { Areas = [] },
        _establish with { Id = new("gn") },
    ];

    [Theory]
    [MemberData(nameof(OtherFacts))]
    public void Establishing_it_again_with_any_other_fact_is_refused(CongressCommand.Establish other) =>
        A_congress.Given(_established).When(other).ThenRefused<AlreadyEstablished>();

    [Fact]
    public void Nothing_is_added_to_a_congress_that_is_not_there()
    {
        A_congress.When(new CongressCommand.AddBody(_desk)).ThenRefused<NotYetEstablished>();
        A_congress.When(new CongressCommand.AddElectoralDistrict(_first)).ThenRefused<NotYetEstablished>();
    }

    [Fact]
    public void A_body_is_added_once()
    {
        A_congress.Given(_established).When(new CongressCommand.AddBody(_desk)).Then(new CongressEvent.BodyAdded(_desk));
        A_congress.Given(_established, new CongressEvent.BodyAdded(_desk)).When(new CongressCommand.AddBody(_desk)).ThenNothing();
    }

    [Fact]
    public void A_second_body_of_the_same_id_is_refused()
    {
        var story = A_congress.Given(_established, new CongressEvent.BodyAdded(_desk));

        story.When(new CongressCommand.AddBody(_desk with { Kind = BodyKind.Agency })).ThenRefused<BodyTwice>();
        story.When(new CongressCommand.AddBody(_desk with { Names = new("水利局", "Water") })).ThenRefused<BodyTwice>();
    }

    [Fact]
    public void An_electoral_district_is_added_once_and_no_second_one_of_the_same_id()
    {
        var story = A_congress.Given(_established, new CongressEvent.ElectoralDistrictAdded(_first));

        A_congress.Given(_established).When(new CongressCommand.AddElectoralDistrict(_first)).Then(new CongressEvent.ElectoralDistrictAdded(_first));
        story.When(new CongressCommand.AddElectoralDistrict(_first)).ThenNothing();
        story.When(new CongressCommand.AddElectoralDistrict(_first with { Names = new("第二选区", "Second district") })).ThenRefused<ElectoralDistrictTwice>();
    }

    [Fact]
    public void What_was_added_is_found()
    {
        var congress = (Congress.Established)A_congress.Given(_established, new CongressEvent.BodyAdded(_desk), new CongressEvent.ElectoralDistrictAdded(_first)).State;

        congress.Should().Be(new Congress.Established(
            new("qj"), CongressLevel.District, new("綦江区人民代表大会", "Qijiang District People's Congress"), null, "chongqing", [_desk], [_first], [new("万盛经开区", "Wansheng")]));
        congress.Find(new BodyId("desk")).Should().Be(_desk);
        congress.Find(new BodyId("water")).Should().BeNull();
    }

    [Fact]
    public void An_event_that_can_t_follow_is_a_defect()
    {
        var twice = () => A_congress.Given(_established, _established).State;
        var early = () => A_congress.Given(new CongressEvent.BodyAdded(_desk)).State;

        twice.Should().Throw<UnreachableException>();
        early.Should().Throw<UnreachableException>();
    }
}
