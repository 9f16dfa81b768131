using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>Whose decision somebody may record. That its texts are there and short enough is asked of every request's body at once.</summary>
public sealed class DecisionTests
{
    private static readonly Body _desk = new(new("desk"), BodyKind.Desk, new("人代工委", "Desk"));
    private static readonly Body _government = new(new("government-office"), BodyKind.CoordinatingOffice, new("政府办", "Government Office"));
    private static readonly DecisionGiven _given = new("綦江府办〔2026〕31号", new("p-head"), new(2026, 5, 8));

    [Fact]
    public void A_decision_is_that_of_the_office_in_which_it_is_recorded() =>
        ActResolver.Decided(In(Office.CoordinatingClerk, _government), _given).Decision
            .Should().Be(new Decision(new("government-office"), BodyKind.CoordinatingOffice, null, "綦江府办〔2026〕31号", new("p-head"), new(2026, 5, 8)));

    [Fact]
    public void The_coordinating_office_records_no_decision_of_another_body() =>
        Refused(In(Office.CoordinatingClerk, _government), _given with { Body = new("desk") }).Should().Be(new FieldMalformed("decision.body"));

    [Fact]
    public void Staff_of_the_congress_record_those_of_its_bodies() =>
        ActResolver.Decided(In(Office.DeskClerk, _desk), _given with { Body = new("government-office") }).Decision!.Kind.Should().Be(BodyKind.CoordinatingOffice);

    [Fact]
    public void A_body_that_is_not_there_decides_nothing() =>
        Refused(In(Office.DeskClerk, _desk), _given with { Body = new("nobody") }).Should().Be(new FieldMalformed("decision.body"));

    private static Refusal? Refused(Acting acting, DecisionGiven given) => ActResolver.Decided(acting, given).Refusal;

    private static Acting In(Office office, Body body) => new(
        new Congress.Established(new("qj"), CongressLevel.District, new("綦江", "Qijiang"), null, "chongqing", [_desk, _government], [], []),
        new PersonId("clerk"), office, body.Id, new Mandates([]), new LocalDate(2026, 11, 24), null);
}
