using Qijiang.Standalone.Demo.FakeWeChat;

namespace Qijiang.WeChat.Tests;

/// <summary>Settings that pass validation, in the form of a configuration.</summary>
public static class Settings
{
    public const string OpenId = "oX7Kj5Vt2QnLwM8yRb3ZcH1dAeUg";

    public static readonly FakeAccount Account = new(
        "wx4f9a1c07be5d2368", "0123456789abcdef0123456789abcdef", "gh_7c2f91d04be8", "CityVoice2026", "Vq8nT3xL0mZrC5yKpW2sHdJ7uGbEfA9iOkNl4QhXvRo");

    public static Dictionary<string, string?> Good => new()
    {
        ["WeChat:AppId"] = Account.AppId,
        ["WeChat:AppSecret"] = Account.AppSecret,
        ["WeChat:Token"] = Account.Token,
        ["WeChat:EncodingAesKey"] = Account.EncodingAesKey,
        ["WeChat:Congress"] = "qijiang",
    };

    public static IConfiguration With(params (string Setting, string? Value)[] changes)
    {
        var settings = Good;
        foreach (var (setting, value) in changes) settings["WeChat:" + setting] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(WeChatOptions.Section);
    }
}
