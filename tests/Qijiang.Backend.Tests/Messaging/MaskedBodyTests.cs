using System.Text;
using FluentAssertions;
using Qijiang.Backend.LivelihoodProjects;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Messaging;

/// <summary>An operator sees which matter a message is about, and nobody's name, number or words.</summary>
public sealed class MaskedBodyTests
{
    private static readonly ReminderNotice _toADeputy = new(
        new("qj"), OpenObligation.Of(ObligationKind.Reply, new Party.OfBody(new("water")), new Party.OfPerson(new("p-deputy")), new Due.By(new(2026, 12, 1), new(2026, 11, 2)), new Matter.OfSuggestion(new("JY-11111-11111"))),
        "overdue", Audience.Owed, new(2026, 12, 1), new(2026, 12, 3));

    [Fact]
    public void A_change_says_which_stream() =>
        Shown(StreamChanged.MessageFor(new(new("qj"), "suggestion", "JY-11111-11111"), 3)).ToUpperInvariant().Should().Be("""{"STREAM":"QJ|SUGGESTION|JY-11111-11111","VERSION":3}""");

    [Fact]
    public void A_tally_says_which_poll() => Shown(new PollEnded(new("qj"), new("PJ-11111-11111")).ToMessage()).Should().Be("""{"congress":"qj","poll":"PJ-11111-11111"}""");

    [Fact]
    public void A_reminder_says_what_is_owed_and_not_by_or_to_which_person()
    {
        var shown = Shown(_toADeputy.ToMessage());

        shown.Should().Contain("JY-11111-11111").And.Contain("\"body\":\"water\"").And.Contain("\"person\":\"…\"").And.Contain("\"step\":\"overdue\"").And.NotContain("p-deputy");
    }

    [Fact]
    public void A_digest_does_not_say_whose()
    {
        var shown = Shown(new OnChannel("webhook", null, new OnChannel.DigestRef(new("qj"), "Owed|p-deputy", new(2026, 12, 3))).ToMessage());

        shown.Should().Contain("\"channel\":\"webhook\"").And.Contain("2026-12-03").And.NotContain("p-deputy");
    }

    [Theory]
    [InlineData("""{"name":"王小明","phone":13800138000,"words":["灯坏了",{"text":"王小明"}],"ok":true,"none":null}""", """{"name":"…","phone":"…","words":["…",{"text":"…"}],"ok":true,"none":null}""")]
    [InlineData("\"王小明\"", "\"…\"")]
    [InlineData("""["王小明"]""", """["…"]""")]
    [InlineData("null", "null")]
    [InlineData("王小明", "(9 B)")]
    [InlineData("", "(0 B)")]
    public void What_is_not_known_is_masked(string body, string shown) => MaskedBody.Of(Encoding.UTF8.GetBytes(body)).Should().Be(shown);

    [Fact]
    public void The_name_that_an_operator_uses_tells_nothing_either() =>
        PoisonedMessage.Of("outgoing", new("qj|digest|Owed|p-deputy", default, DateTimeOffset.UnixEpoch, null)).Id.Should().MatchRegex("^[0-9a-f]{10}$");

    private static string Shown(Message message) => MaskedBody.Of(message.Body);
}
