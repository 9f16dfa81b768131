using System.Text;
using System.Text.Json.Nodes;

using FluentAssertions;

using NodaTime;

using Qijiang.Backend.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.WeChat.Push;

using Xunit;

namespace Qijiang.WeChat.Tests.Push;

public sealed class PushReadingTests
{
    private const string Citizen = "oX7Kj5Vt2QnLwM8yRb3ZcH1dAeUg";
    private const string Other = "oX7Kj5RpB8sGfN2vYt6WqC4mKzLh";

    [Fact]
    public void A_text_message_is_read_whole() =>
        Read(TestData.Sample("01-push-text-message.json")).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Congress = new CongressId("qijiang"),
            Channel = Channel.WeChatMessage,
            DedupKey = "msg:gh_7c2f91d04be8:24890173562014873",
            Kind = CitizenMessageKind.Text,
            Name = "text",
            Sender = Citizen,
            SentAt = Instant.FromUtc(2025, 10, 21, 5, 8, 31),
            Text = "我想反映一下：滨河路路灯坏了三盏，晚上走路不安全。",
        });

    [Fact]
    public void A_picture_in_XML_keeps_its_body_for_later()
    {
        var sample = TestData.Sample("02-push-image-message.xml");
        var message = Read(sample).Should().ContainSingle().Subject;
        message.Should().BeEquivalentTo(new { DedupKey = "msg:gh_7c2f91d04be8:24890173562014891", Kind = CitizenMessageKind.Picture, Sender = Citizen, Text = (string?)null });
        Encoding.UTF8.GetString(message.Raw.Span).Should().Be(sample);
    }

    [Fact]
    public void A_card_is_a_page() =>
        Read("""{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1,"MsgType":"miniprogrampage","MsgId":7,"Title":"t","PagePath":"p"}""")
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { DedupKey = "msg:gh_1:7", Kind = CitizenMessageKind.Page });

    [Fact]
    public void An_event_without_an_id_is_known_by_name_sender_second_and_body()
    {
        // The hash of these bytes was computed with sha256sum.
        Read("""{"FromUserName":"o1","CreateTime":2,"MsgType":"event","Event":"user_enter_tempsession"}""").Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Kind = CitizenMessageKind.Opened, DedupKey = "user_enter_tempsession:o1:2:94b596e2de490cf0bdd0bf06f4a15991c33b25cb756ac086cff63d479b2758c6" });
        Read(TestData.Sample("03-push-user-enter-tempsession.json")).Single().Should().BeEquivalentTo(new { Kind = CitizenMessageKind.Opened, Sender = Other });
    }

    [Fact]
    public void Results_of_one_second_differ_and_a_repeat_does_not()
    {
        var results = TestData.Pushes("04-push-wxa-media-check.json").SelectMany(Read).ToList();
        results.Select(message => message.DedupKey).Should().Equal(
            "media:68f7a4d1-2b90c3e7-51ad80f4", "media:68f7a4d1-77e1045b-09c6b2aa", "media:68f7a4d9-5f02be18-3d7719c0", "media:68f7a4d1-2b90c3e7-51ad80f4");
        results.Should().OnlyContain(message => message.Kind == CitizenMessageKind.Notice && message.Sender == null);
    }

    [Fact]
    public void A_list_of_one_or_of_many_in_JSON_or_in_XML_gives_a_message_for_each_item()
    {
        const string First = "Qm3Vb7XcL9RtK2WpZ5sHdJ8uGyEfA1iOkNl4QhTvRoI";
        const string Second = "uZ6pT0kY3wQmM9sVnB5xCfLdRgHjE1KaT2iWo7lNyPq";
        var pushes = TestData.Pushes("05-push-subscribe-popup.json");
        Keys(pushes[0]).Should().Equal($"subscribe_msg_popup_event:{Citizen}:1761026001:{First}:accept");
        Keys(pushes[1]).Should().Equal($"subscribe_msg_popup_event:{Other}:1761026044:{First}:accept", $"subscribe_msg_popup_event:{Other}:1761026044:{Second}:reject");
        Keys(TestData.Sample("06-push-subscribe-popup.xml")).Should().Equal(Keys(pushes[1]));

        var wrapped = (JsonObject)JsonNode.Parse(pushes[1])!;
        wrapped.Remove("List", out var list);
        wrapped["SubscribeMsgPopupEvent"] = new JsonObject { ["List"] = list };
        Keys(wrapped.ToJsonString()).Should().Equal(Keys(pushes[1]));
    }

    [Fact]
    public void Later_refusals_and_delivery_results_have_their_own_keys()
    {
        const string Sample = "07-push-subscribe-change-and-sent.json";
        TestData.Pushes(Sample).SelectMany(Keys).Should().Equal(
            $"subscribe_msg_change_event:{Citizen}:1761112800:Qm3Vb7XcL9RtK2WpZ5sHdJ8uGyEfA1iOkNl4QhTvRoI:reject",
            "sent:3914825590071623681:Qm3Vb7XcL9RtK2WpZ5sHdJ8uGyEfA1iOkNl4QhTvRoI",
            "sent:3914825590071623702:uZ6pT0kY3wQmM9sVnB5xCfLdRgHjE1KaT2iWo7lNyPq");
        Keys(JsonNode.Parse(TestData.Sample(Sample))!["xml_push"]!.GetValue<string>()).Should().Equal(Keys(TestData.Pushes(Sample)[0]));
    }

    [Fact]
    public void A_withdrawal_concerns_the_citizen_and_not_the_platform_that_sends_it()
    {
        var messages = TestData.Pushes("08-push-authorization-changes.json").SelectMany(Read).ToList();
        messages.Select(message => message.DedupKey).Should().Equal(
            $"user_authorization_revoke:{Citizen}:8:1761200011",
            $"user_authorization_revoke:{Citizen}:14:1761200011",
            $"user_authorization_cancellation:{Other}::1761200500",
            $"user_info_modified:{Other}::1761200700");
        messages.Select(message => message.Sender).Should().Equal(Citizen, Citizen, Other, Other);
    }

    [Fact]
    public void A_penalty_notice_concerns_no_citizen() =>
        Read(TestData.Sample("09-push-punish-event.json")).Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { DedupKey = "punish:812044", Kind = CitizenMessageKind.Notice, Sender = (string?)null });

    [Theory]
    [InlineData("""{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1761023311,"MsgType":"text","Content":"x","MsgId":9223372036854775807}""")]
    [InlineData("""{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":"1761023311","MsgType":"text","Content":"x","MsgId":"9223372036854775807"}""")]
    [InlineData("""<xml><ToUserName>gh_1</ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1761023311</CreateTime><MsgType>text</MsgType><Content>x</Content><MsgId>9223372036854775807</MsgId></xml>""")]
    public void Numbers_and_texts_read_the_same_and_long_ids_lose_nothing(string body) =>
        Read(body).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { DedupKey = "msg:gh_1:9223372036854775807", SentAt = Instant.FromUtc(2025, 10, 21, 5, 8, 31), Kind = CitizenMessageKind.Text, Text = "x" });

    [Theory]
    [InlineData("""{"MsgType":"hologram","FromUserName":"o1","CreateTime":"soon","New":{"a":[1]}}""", "hologram", CitizenMessageKind.Unknown)]
    [InlineData("""{"MsgType":"event","Event":"brand_new","FromUserName":"o1"}""", "brand_new", CitizenMessageKind.Notice)]
    [InlineData("""{"MsgType":"text","FromUserName":"o1"}""", "text", CitizenMessageKind.Unknown)]
    [InlineData("""{"MsgType":"text","Content":"who says so?"}""", "text", CitizenMessageKind.Unknown)]
    [InlineData("""{"CreateTime":99999999999999999999}""", "", CitizenMessageKind.Unknown)]
    [InlineData("{}", "", CitizenMessageKind.Unknown)]
    public void What_nobody_knows_is_kept_as_it_came(string body, string name, CitizenMessageKind kind)
    {
        var message = Read(body).Should().ContainSingle().Subject;
        message.Should().BeEquivalentTo(new { Name = name, Kind = kind, SentAt = (Instant?)null, Text = (string?)null });
        Encoding.UTF8.GetString(message.Raw.Span).Should().Be(body);
    }

    [Fact]
    public void Parts_of_a_key_cannot_run_into_one_another() =>
        Keys("""{"ToUserName":"a:b","MsgId":"c"}""").Should().NotEqual(Keys("""{"ToUserName":"a","MsgId":"b:c"}"""));

    [Fact]
    public void A_message_prints_neither_words_nor_sender() =>
        Read(TestData.Sample("01-push-text-message.json"))[0].ToString().Should().Be("(Text message, text)");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":1")]
    [InlineData("<xml><a></xml>")]
    [InlineData("<!DOCTYPE xml><xml/>")]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"\ud83d":1}""")]
    public void What_is_not_well_formed_has_no_fields(string body) => PushFields.TryRead(Encoding.UTF8.GetBytes(body)).Should().BeNull();

    [Fact]
    public void What_is_not_UTF8_has_no_fields() => PushFields.TryRead([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Should().BeNull();

    private static IReadOnlyList<CitizenMessage> Read(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return PushReading.MessagesOf(new("qijiang"), PushFields.TryRead(bytes)!, bytes);
    }

    private static IEnumerable<string> Keys(string body) => Read(body).Select(message => message.DedupKey);
}
