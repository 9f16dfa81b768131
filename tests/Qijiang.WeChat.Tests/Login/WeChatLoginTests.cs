using System.Diagnostics;
using System.Globalization;

using FluentAssertions;

using Qijiang.Backend.Identity;
using Qijiang.Core;

using Xunit;

namespace Qijiang.WeChat.Tests.Login;

public sealed class WeChatLoginTests
{
    [Fact]
    public async Task A_code_tells_who_it_was_issued_to()
    {
        await using var bench = await LoginBench.StartAsync();
        var outcome = await bench.Login.ExchangeAsync(bench.WeChat.IssueCode(Settings.OpenId), default);
        outcome.Should().Be(new CitizenLoginOutcome.Known(new(Settings.OpenId)));
        outcome.ToString().Should().NotContain(Settings.OpenId);
    }

    [Fact]
    public async Task A_code_serves_once()
    {
        await using var bench = await LoginBench.StartAsync();
        var code = bench.WeChat.IssueCode(Settings.OpenId);
        await bench.Login.ExchangeAsync(code, default);
        (await CodeOf(bench, code)).Should().Be("login.code-invalid");
        bench.Logs.Text.Should().Contain("errcode 40163");
    }

    [Theory]
    [InlineData(299, null)]
    [InlineData(300, "login.code-invalid")]
    public async Task A_code_is_good_for_five_minutes(int seconds, string? refusal)
    {
        await using var bench = await LoginBench.StartAsync();
        var code = bench.WeChat.IssueCode(Settings.OpenId);
        bench.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await CodeOf(bench, code)).Should().Be(refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("代码")]
    [InlineData("line\nbreak")]
    public async Task What_cannot_be_a_code_is_not_even_sent(string code)
    {
        await using var bench = await LoginBench.StartAsync();
        (await bench.Login.ExchangeAsync(code, default)).Should().BeOfType<CitizenLoginOutcome.Refused>()
            .Which.Refusal.Should().BeEquivalentTo(new { Code = "login.code-invalid", Field = "code" });
        (await CodeOf(bench, new string('a', 257))).Should().Be("login.code-invalid");
        bench.WeChat.Calls.Should().Be(0);
    }

    [Fact]
    public async Task A_code_cannot_add_to_the_address()
    {
        await using var bench = await LoginBench.StartAsync();
        (await CodeOf(bench, "x&appid=wx0000000000000000")).Should().Be("login.code-invalid");
        bench.Logs.Text.Should().Contain("errcode 40029");
    }

    [Theory]
    [InlineData(-1, "login.busy")]
    [InlineData(45011, "login.busy")]
    [InlineData(40226, "login.blocked")]
    [InlineData(40029, "login.code-invalid")]
    [InlineData(40163, "login.code-invalid")]
    [InlineData(40013, "login.unavailable")]
    [InlineData(40125, "login.unavailable")]
    [InlineData(40164, "login.unavailable")]
    [InlineData(45009, "login.unavailable")]
    [InlineData(40097, "login.unavailable")]
    [InlineData(99999, "login.unavailable")]
    public async Task Each_errcode_has_its_refusal_and_is_asked_once(int errcode, string refusal)
    {
        await using var bench = await LoginBench.StartAsync();
        bench.WeChat.RefuseNext(errcode);
        (await CodeOf(bench, bench.WeChat.IssueCode(Settings.OpenId))).Should().Be(refusal);
        bench.WeChat.Calls.Should().Be(1);
        bench.Logs.Text.Should().Contain(errcode.ToString(CultureInfo.InvariantCulture)).And.Contain("rid ");
    }

    [Fact]
    public async Task A_wrong_secret_is_an_error_for_the_operator_and_no_fault_of_the_citizen()
    {
        await using var bench = await LoginBench.StartAsync(("AppSecret", "fedcba9876543210fedcba9876543210"));
        (await CodeOf(bench, bench.WeChat.IssueCode(Settings.OpenId))).Should().Be("login.unavailable");
        bench.Logs.Text.Should().Contain("Error Qijiang.WeChat.Login.WeChatLogin").And.Contain("40125 (Configuration)");
    }

    [Fact]
    public async Task A_gateways_page_is_no_answer_and_the_code_is_not_sent_again()
    {
        await using var bench = await LoginBench.StartAsync();
        bench.WeChat.BreakNext();
        (await CodeOf(bench, bench.WeChat.IssueCode(Settings.OpenId))).Should().Be("login.unavailable");
        bench.WeChat.Calls.Should().Be(1);
    }

    [Fact]
    public async Task WeChat_out_of_reach_is_unavailable()
    {
        await using var bench = await LoginBench.StartAsync();
        await bench.StopWeChatAsync();
        (await CodeOf(bench, "0a1b2c3d")).Should().Be("login.unavailable");
        ShowNothing(bench, "0a1b2c3d");
    }

    [Fact]
    public async Task Giving_up_is_not_a_refusal()
    {
        await using var bench = await LoginBench.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await bench.Invoking(b => b.Login.ExchangeAsync("0a1b2c3d", cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Neither_logs_nor_traces_show_the_secret_the_code_or_the_citizen()
    {
        var tags = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (tags) tags.AddRange(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var bench = await LoginBench.StartAsync();
        var code = bench.WeChat.IssueCode(Settings.OpenId);

        await bench.Login.ExchangeAsync(code, default);
        bench.WeChat.BreakNext();
        await bench.Login.ExchangeAsync(code, default);

        bench.Logs.Text.Should().NotBeEmpty();
        ShowNothing(bench, code);
        lock (tags)
        {
            tags.Should().NotContain(tag => tag.Contains(Settings.Account.AppSecret, StringComparison.Ordinal) || tag.Contains(code, StringComparison.Ordinal));
            tags.Should().Contain(tag => tag.StartsWith("url.full=", StringComparison.Ordinal), "the client's calls were traced at all");
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_refusal_has_its_text(string culture) =>
        new Refusal[] { new LoginCodeInvalid(), new LoginBusy(), new LoginBlocked(), new LoginUnavailable() }
            .Select(refusal => RefusalTexts.Of(refusal, CultureInfo.GetCultureInfo(culture)))
            .Should().OnlyHaveUniqueItems().And.OnlyContain(text => !text.StartsWith("login.", StringComparison.Ordinal) && (culture == "en") == char.IsAscii(text[0]));

    private static async Task<string?> CodeOf(LoginBench bench, string code) =>
        (await bench.Login.ExchangeAsync(code, default) as CitizenLoginOutcome.Refused)?.Refusal.Code;

    private static void ShowNothing(LoginBench bench, string code) =>
        bench.Logs.Text.Should().NotContain(Settings.Account.AppSecret).And.NotContain(code).And.NotContain(Settings.OpenId).And.NotContain("jscode2session?");
}
