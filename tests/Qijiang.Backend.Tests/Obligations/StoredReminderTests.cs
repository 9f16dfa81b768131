using System.Text.Json;
using FluentAssertions;
using Qijiang.Backend.Obligations;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>What the ledger keeps for ever, and what lies in queues for days.</summary>
public sealed class StoredReminderTests
{
    private static readonly OpenObligation _reply = OpenObligation.Of(
        ObligationKind.Reply, new Party.OfBody(new("water")), new Party.OfPerson(new("chen")),
        new Due.Within(new StatutoryPeriod(new(2026, 5, 8), new TimeLimit(3, LimitUnit.Months), new RuleRef("SUG-20", "chongqing", new(2018, 1, 1)))), new Matter.OfSuggestion(new("s-1"), new("water")));

    private static readonly OpenObligation _filing = OpenObligation.Of(
        ObligationKind.Filing, new Party.OfBody(new("government")), new Party.OfKind(BodyKind.StandingCommittee), new Due.By(new(2026, 10, 8), new(2026, 9, 3)), new Matter.Other("filing", "d-7"));

    private static readonly ReminderNotice _notice = new(new CongressId("qj"), _reply, "overdue", Audience.ChairsMeeting, new(2026, 8, 10), new(2026, 8, 11), "third");

    [Fact]
    public void What_is_recorded_has_the_approved_form() => Approved.Matches("Obligations/approved/ledger.v1.jsonl", string.Join('\n', [
        Json(new LedgerRow("overdue", Audience.Owing, new(2026, 8, 11), new(2026, 8, 11))),
        Json(new LedgerRow("overdue", Audience.ChairsMeeting, new(2026, 8, 11), new(2026, 8, 11), "qj|suggestion|s-1")),
        Json(new DecisionRow("overdue", Audience.ChairsMeeting, true, "已与承办单位沟通", new PersonId("clerk"), new(2026, 8, 12), "command-1")),
        Json(new DigestRow([_notice])),
        Json(new LedgerRow("overdue", Audience.ChairsMeeting, new(2026, 8, 11), new(2026, 8, 11), "qj|suggestion|s-1", new(2026, 8, 10))),
        Json(new LedgerRow("moved:command-2", Audience.ChairsMeeting, new(2026, 7, 1), new(2026, 7, 1), null, new(2026, 8, 10), new(2026, 8, 7))),
        Json(new DecisionRow("overdue", Audience.ChairsMeeting, true, "已与承办单位沟通", new PersonId("clerk"), new(2026, 8, 12), "command-1", new(2026, 8, 10))),
    ]));

    [Fact]
    public void What_is_on_its_way_has_the_approved_form() => Approved.Matches("Obligations/approved/notices.v1.jsonl", string.Join('\n', [
        Json(_notice),
        Json(new ReminderNotice(new CongressId("qj"), _filing, "7-days", Audience.Owing, new(2026, 10, 8), new(2026, 9, 30))),
        Json(_notice with { Step = "moved:command-2", MovedFrom = new(2026, 8, 7) }),
        Json(new OnChannel("webhook", _notice)),
        Json(new OnChannel("webhook", null, new OnChannel.DigestRef(new CongressId("qj"), "Owing|water", new(2026, 8, 11)))),
    ]));

    [Fact]
    public void What_was_recorded_without_its_last_day_is_read()
    {
        JsonSerializer.Deserialize("""{"step":"overdue","to":"Owing","plannedFor":"2026-08-11","recordedOn":"2026-08-11"}""", ObligationJson.Stored.LedgerRow)
            .Should().Be(new LedgerRow("overdue", Audience.Owing, new(2026, 8, 11), new(2026, 8, 11)));
        JsonSerializer.Deserialize("""{"step":"overdue","to":"Owing","approved":true,"reason":"x","by":"clerk","on":"2026-08-12","command":"c"}""", ObligationJson.Stored.DecisionRow)
            .Should().Be(new DecisionRow("overdue", Audience.Owing, true, "x", new PersonId("clerk"), new(2026, 8, 12), "c"));
    }

    private static string Json<T>(T stored) => JsonSerializer.Serialize(stored, typeof(T), ObligationJson.Stored);
}
