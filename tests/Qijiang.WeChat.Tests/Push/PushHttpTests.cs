using System.Net;
using System.Text;

using FluentAssertions;

using Microsoft.AspNetCore.Authorization;

using NodaTime;

using Qijiang.Backend.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Standalone.Demo.FakeWeChat;

using Xunit;

namespace Qijiang.WeChat.Tests.Push;

public sealed class PushHttpTests
{
    private const string Words = "滨河路路灯坏了三盏 😟 5 < 7 && \"晚上\"不安全";

    [Fact]
    public async Task The_handshake_is_echoed()
    {
        await using var host = await PushHost.StartAsync();
        (await host.WeChat().VerifyAsync(PushHost.Address)).Should().BeTrue();
    }

    [Fact]
    public async Task The_echo_is_plain_text_that_no_browser_takes_for_a_page()
    {
        await using var host = await PushHost.StartAsync(("MaxAge", "9000.00:00:00"), ("Token", "AAAAA"));
        using var answer = await host.Server.CreateClient().GetAsync("/api/wechat/messages?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=<b>4375</b>");
        (await answer.Content.ReadAsStringAsync()).Should().Be("<b>4375</b>");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?echostr=1")]
    [InlineData("?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249")]
    public async Task A_handshake_that_is_not_signed_with_our_token_gets_403_and_nothing_else(string query)
    {
        await using var host = await PushHost.StartAsync();
        using var answer = await host.Server.CreateClient().GetAsync("/api/wechat/messages" + query);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(FakePushFormat.Json)]
    [InlineData(FakePushFormat.Xml)]
    public async Task A_citizens_words_reach_the_sink_as_they_were_said(FakePushFormat format)
    {
        await using var host = await PushHost.StartAsync();

        var delivery = await host.WeChat().SayAsync(PushHost.Address, Settings.OpenId, Words, format);

        delivery.Should().Be(new FakeDelivery(Acknowledged: true, Tries: 1, Status: 200, Body: "success"));
        host.Sink.Calls.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Congress = new CongressId("qijiang"),
            Channel = Channel.WeChatMessage,
            Kind = CitizenMessageKind.Text,
            Name = "text",
            Sender = Settings.OpenId, // and not "from-the-query"
            SentAt = Instant.FromUtc(2026, 3, 2, 8, 0),
            Text = Words,
        });
    }

    [Fact]
    public async Task Entering_the_conversation_is_acknowledged_and_has_no_words()
    {
        await using var host = await PushHost.StartAsync();
        (await host.WeChat().EnterAsync(PushHost.Address, Settings.OpenId)).Acknowledged.Should().BeTrue();
        host.Sink.Calls.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = CitizenMessageKind.Opened, Sender = Settings.OpenId, Text = (string?)null });
    }

    [Fact]
    public async Task Four_deliveries_of_one_message_carry_one_key_though_each_is_encrypted_anew()
    {
        await using var host = await PushHost.StartAsync();
        host.Sink.AnswersToLose = 3;
        var between = new Between();

        var delivery = await host.WeChat(between: between).SayAsync(PushHost.Address, Settings.OpenId, Words);

        delivery.Should().Be(new FakeDelivery(Acknowledged: true, Tries: 4, Status: 200, Body: "success"));
        between.Seen.Select(seen => Convert.ToHexString(seen.Body)).Should().OnlyHaveUniqueItems();
        host.Sink.Calls.Should().HaveCount(4);
        host.Sink.Kept.Should().ContainSingle();
    }

    [Fact]
    public async Task What_the_sink_could_not_take_is_not_acknowledged()
    {
        await using var host = await PushHost.StartAsync();
        host.Sink.AnswersToLose = 4;
        var delivery = await host.WeChat().SayAsync(PushHost.Address, Settings.OpenId, Words);
        delivery.Should().BeEquivalentTo(new { Acknowledged = false, Tries = 4, Status = 500 });
        delivery.Body.Should().NotContain(Settings.OpenId).And.NotContain("store");
    }

    [Fact]
    public async Task Two_messages_of_the_same_second_are_both_kept()
    {
        await using var host = await PushHost.StartAsync();
        await host.WeChat().SayAsync(PushHost.Address, Settings.OpenId, Words);
        await host.WeChat().SayAsync(PushHost.Address, Settings.OpenId, Words);
        host.Sink.Kept.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("another token")]
    [InlineData("another key")]
    [InlineData("another mini-program")]
    public async Task A_push_that_is_not_from_WeChat_to_us_gets_403_and_leaves_nothing(string foreign)
    {
        await using var host = await PushHost.StartAsync();
        var account = foreign switch
        {
            "another token" => Settings.Account with { Token = "zhongzhi" },
            "another key" => Settings.Account with { EncodingAesKey = "3Zt7kY1wQpM9sVnB5xCfLdRgHjE0uKaT2iWo6lNyPqU" },
            _ => Settings.Account with { AppId = "wx0000000000000000" },
        };
        await RefusesAsync(host, host.WeChat(account));
    }

    [Theory]
    [InlineData("cut in the middle")]
    [InlineData("empty")]
    [InlineData("no JSON")]
    [InlineData("a list")]
    [InlineData("one letter changed")]
    [InlineData("not Base64")]
    public async Task A_spoilt_envelope_gets_403_and_leaves_nothing(string spoilt)
    {
        await using var host = await PushHost.StartAsync();
        await RefusesAsync(host, host.WeChat(between: new Between(body => spoilt switch
        {
            "cut in the middle" => body[..(body.Length / 2)],
            "empty" => [],
            "no JSON" => [0xFF, 0xFE, 0x00],
            "a list" => "[1]"u8.ToArray(),
            "one letter changed" => [.. body[..100], (byte)(body[100] == 'A' ? 'B' : 'A'), .. body[101..]],
            _ => "{\"Encrypt\":\"***\"}"u8.ToArray(),
        })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_gets_403_unread_whether_or_not_its_length_is_told(bool told)
    {
        await using var host = await PushHost.StartAsync();
        using HttpContent content = told ? new ByteArrayContent(new byte[(256 * 1024) + 1]) : new StreamContent(new EndlessStream(), 4096);
        using var answer = await host.Server.CreateClient().PostAsync(PushHost.Address, content);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        host.Logs.Text.Should().Contain("BodyLength");
    }

    [Fact]
    public async Task A_body_that_ends_before_its_end_gets_403()
    {
        await using var host = await PushHost.StartAsync();
        var context = await host.Server.SendAsync(context =>
        {
            context.Request.Method = "POST";
            context.Request.Path = "/api/wechat/messages";
            context.Request.Body = new EndlessStream(breaksAfter: 2);
        });
        context.Response.StatusCode.Should().Be(403);
    }

    [Fact]
    public async Task The_longest_text_that_WeChat_lets_through_fits()
    {
        await using var host = await PushHost.StartAsync();
        (await host.WeChat().SayAsync(PushHost.Address, Settings.OpenId, new string('路', 50_000))).Acknowledged.Should().BeTrue();
    }

    [Theory]
    [InlineData(-600, true)]
    [InlineData(-601, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_push_is_taken_from_ten_minutes_old_to_five_minutes_ahead(int seconds, bool taken)
    {
        await using var host = await PushHost.StartAsync();
        var wechat = host.WeChat(clockAhead: TimeSpan.FromSeconds(seconds));
        (await wechat.VerifyAsync(PushHost.Address)).Should().Be(taken);
        if (taken) (await wechat.SayAsync(PushHost.Address, Settings.OpenId, Words)).Acknowledged.Should().BeTrue();
        else await RefusesAsync(host, wechat);
    }

    [Fact]
    public async Task A_query_that_was_overheard_fits_no_other_body()
    {
        await using var host = await PushHost.StartAsync();
        var between = new Between();
        var wechat = host.WeChat(between: between);
        await wechat.SayAsync(PushHost.Address, Settings.OpenId, "first");
        await wechat.SayAsync(PushHost.Address, Settings.OpenId, "second");
        host.Sink.Calls.Clear();

        using var answer = await host.Server.CreateClient().PostAsync(between.Seen[0].Address, new ByteArrayContent(between.Seen[1].Body));

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        host.Sink.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_whole_push_that_was_overheard_and_is_sent_again_adds_nothing()
    {
        await using var host = await PushHost.StartAsync();
        var between = new Between();
        await host.WeChat(between: between).EnterAsync(PushHost.Address, Settings.OpenId);
        using var answer = await host.Server.CreateClient().PostAsync(between.Seen[0].Address, new ByteArrayContent(between.Seen[0].Body));
        (await answer.Content.ReadAsStringAsync()).Should().Be("success");
        host.Sink.Kept.Should().ContainSingle();
    }

    [Fact]
    public async Task Clear_fields_beside_Encrypt_are_not_read()
    {
        await using var host = await PushHost.StartAsync();
        var wechat = host.WeChat(between: new Between(body => [.. "{\"MsgType\":\"text\",\"Content\":\"forged\",\"FromUserName\":\"somebody else\","u8, .. body[1..]]));
        (await wechat.SayAsync(PushHost.Address, Settings.OpenId, Words)).Acknowledged.Should().BeTrue();
        host.Sink.Calls.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Text = Words, Sender = Settings.OpenId });
    }

    [Fact]
    public async Task A_body_without_Encrypt_is_refused_also_with_a_right_signature()
    {
        await using var host = await PushHost.StartAsync();
        await RefusesAsync(host, host.WeChat(between: new Between(_ => Encoding.UTF8.GetBytes(TestData.Sample("01-push-text-message.json")))));
    }

    [Theory]
    [InlineData("not JSON at all")]
    [InlineData("")]
    [InlineData("""{"MsgType":"text","Content":"half a pair \ud83d"}""")]
    [InlineData("""<!DOCTYPE xml [<!ENTITY e "x">]><xml><MsgType>text</MsgType><Content>&e;</Content></xml>""")]
    public async Task What_comes_from_WeChat_but_cannot_be_read_is_quarantined_and_acknowledged(string body)
    {
        await using var host = await PushHost.StartAsync();
        (await host.WeChat().PushAsync(PushHost.Address, body, FakePushFormat.Json)).Should().Be(new FakeDelivery(true, 1, 200, "success"));
        host.Sink.Calls.Should().BeEmpty();
        host.Sink.Quarantined.Should().ContainSingle().Which.Should().Equal(Encoding.UTF8.GetBytes(body));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task While_token_and_key_are_being_changed_old_and_new_ones_are_taken(bool newToken, bool newKey)
    {
        await using var host = await PushHost.StartAsync(
            ("PreviousToken", Settings.Account.Token), ("Token", "zhongzhi"),
            ("PreviousEncodingAesKey", Settings.Account.EncodingAesKey), ("EncodingAesKey", "3Zt7kY1wQpM9sVnB5xCfLdRgHjE0uKaT2iWo6lNyPqU"));
        var wechat = host.WeChat(Settings.Account with
        {
            Token = newToken ? "zhongzhi" : Settings.Account.Token,
            EncodingAesKey = newKey ? "3Zt7kY1wQpM9sVnB5xCfLdRgHjE0uKaT2iWo6lNyPqU" : Settings.Account.EncodingAesKey,
        });
        (await wechat.VerifyAsync(PushHost.Address)).Should().BeTrue();
        (await wechat.SayAsync(PushHost.Address, Settings.OpenId, Words)).Acknowledged.Should().BeTrue();
    }

    [Fact]
    public async Task Logs_name_the_fault_and_neither_secrets_nor_people_nor_words()
    {
        await using var host = await PushHost.StartAsync();
        await host.WeChat().SayAsync(PushHost.Address, Settings.OpenId, Words);
        await host.WeChat().PushAsync(PushHost.Address, $$"""{"FromUserName":"{{Settings.OpenId}}","Content":"{{Words}}""", FakePushFormat.Json);
        await host.WeChat(Settings.Account with { AppId = "wx0000000000000000" }).SayAsync(PushHost.Address, Settings.OpenId, Words);

        host.Logs.Text.Should().Contain("AppIdMismatch").And.Contain("BodyInvalid");
        foreach (var secret in new[] { Settings.Account.Token, Settings.Account.EncodingAesKey, Settings.Account.AppSecret, Settings.OpenId, Words })
            host.Logs.Text.Should().NotContain(secret);
    }

    [Fact]
    public async Task Nobody_has_to_sign_in_to_push()
    {
        await using var host = await PushHost.StartAsync();
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.Should().HaveCount(2)
            .And.OnlyContain(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() != null);
    }

    private static async Task RefusesAsync(PushHost host, FakePusher wechat)
    {
        (await wechat.SayAsync(PushHost.Address, Settings.OpenId, Words)).Should().Be(new FakeDelivery(Acknowledged: false, Tries: 4, Status: 403, Body: ""));
        host.Sink.Calls.Should().BeEmpty();
        host.Sink.Quarantined.Should().BeEmpty();
    }
}
