using FluentAssertions;

using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

using Xunit;

namespace Qijiang.WeChat.Tests;

public sealed class OptionsTests
{
    [Fact]
    public async Task A_host_with_good_settings_starts()
    {
        using var host = HostWith("Production");
        await host.StartAsync();
    }

    [Theory]
    [InlineData("AppId", null, "WeChat:AppId must be*")]
    [InlineData("AppId", "", "WeChat:AppId must be the mini-program's AppID: 'wx', then letters and digits")]
    [InlineData("AppId", "gh_7c2f91d04be8", "WeChat:AppId must be*")]
    [InlineData("AppSecret", null, "WeChat:AppSecret must be set, without spaces")]
    [InlineData("AppSecret", "", "WeChat:AppSecret must be set, without spaces")]
    [InlineData("AppSecret", "a secret", "WeChat:AppSecret must be set, without spaces")]
    [InlineData("Token", null, "WeChat:Token must be 3 to 32 letters and digits*")]
    [InlineData("Token", "with-hyphen", "WeChat:Token must be 3 to 32 letters and digits*")]
    [InlineData("PreviousToken", "ab", "WeChat:PreviousToken must be 3 to 32 letters and digits*or left out")]
    [InlineData("EncodingAesKey", null, "WeChat:EncodingAesKey must be 43 characters*")]
    [InlineData("EncodingAesKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "WeChat:EncodingAesKey must be 43 characters*")]
    [InlineData("PreviousEncodingAesKey", "b7QnR2xLwT9sVk4JmZ1cYp8GdHfE3uAoI6iKtWqXy-_", "WeChat:PreviousEncodingAesKey must be 43 characters*or left out")]
    [InlineData("Congress", null, "WeChat:Congress must be the id of a congress")]
    [InlineData("Congress", "", "WeChat:Congress must be the id of a congress")]
    [InlineData("Congress", "綦江", "WeChat:Congress must be the id of a congress")]
    [InlineData("ApiBaseAddress", null, "WeChat:ApiBaseAddress must be an https address*")]
    [InlineData("ApiBaseAddress", "http://api.weixin.qq.com/", "WeChat:ApiBaseAddress must be an https address*")]
    [InlineData("ApiBaseAddress", "/relative", "WeChat:ApiBaseAddress must be an https address*")]
    [InlineData("MaxAge", "00:00:00", "WeChat:MaxAge must be longer than zero")]
    [InlineData("MaxAhead", "-00:01:00", "WeChat:MaxAhead must not be negative")]
    [InlineData("MaxBodyBytes", "10", "WeChat:MaxBodyBytes must be between*")]
    [InlineData("AllowPlaintext", "true", "WeChat:AllowPlaintext must be false in production*")]
    public async Task A_bad_setting_stops_the_start_and_is_named_without_its_value(string setting, string? value, string expected)
    {
        using var host = HostWith("Production", (setting, value));
        var failure = (await host.Invoking(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;
        failure.Failures.Should().ContainSingle().Which.Should().Match(expected);
        if (value?.Length > 10) failure.Message.Should().NotContain(value);
    }

    [Fact]
    public void All_faults_are_named_at_once() =>
        new WeChatOptionsValidation(new HostingEnvironment { EnvironmentName = "Production" }).Validate(null, new()).Failures!
            .Select(failure => failure.Split(' ')[0])
            .Should().Equal("WeChat:AppId", "WeChat:AppSecret", "WeChat:Token", "WeChat:EncodingAesKey", "WeChat:Congress");

    [Theory]
    [InlineData("AllowPlaintext", "true")]
    [InlineData("ApiBaseAddress", "http://127.0.0.1:5123/")]
    [InlineData("PreviousToken", "")]
    [InlineData("EncodingAesKey", "b7QnR2xLwT9sVk4JmZ1cYp8GdHfE3uAoI6iKtWqXyNh")]
    public async Task What_is_unusual_but_right_starts_a_development_host(string setting, string value)
    {
        using var host = HostWith("Development", (setting, value));
        await host.StartAsync();
    }

    private static IHost HostWith(string environment, params (string, string?)[] changes)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        builder.Services.AddQijiangWeChat(Settings.With(changes));
        return builder.Build();
    }
}
