using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Qijiang.Standalone.Demo.FakeWeChat;

namespace Qijiang.Standalone.Demo.Running;

/// <summary>What a demo makes up for itself, anew each time: a free port, a mini-program, secrets.</summary>
/// <param name="Folder">Where everything is kept.</param>
/// <param name="Address">Where the back end listens; a free loopback port, the same after a restart.</param>
/// <param name="Account">The played mini-program.</param>
/// <param name="WeChatApi">Where WeChat's servers are played.</param>
/// <param name="Token">Opens the control of the clock.</param>
/// <param name="AzureConnection">The storage account, where it is not SQLite.</param>
public sealed record DemoSettings(string Folder, Uri Address, FakeAccount Account, Uri WeChatApi, string Token, string? AzureConnection = null)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>An invented mini-program.</summary>
    public static FakeAccount NewAccount() => new(
        "wx" + RandomNumberGenerator.GetHexString(16, lowercase: true),
        RandomNumberGenerator.GetHexString(32, lowercase: true),
        "gh_" + RandomNumberGenerator.GetHexString(12, lowercase: true),
        RandomNumberGenerator.GetString(Letters, 24),
        // 43 characters stand for 32 bytes, so the last one carries four bits only.
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=') is var key && key.All(char.IsAsciiLetterOrDigit) ? key : RandomNumberGenerator.GetString(Letters, 42) + "A");

    /// <summary>A token that nobody can guess.</summary>
    public static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A loopback address that nobody listens on now.</summary>
    public static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
    }

    /// <summary>The settings by the names of the configuration.</summary>
    public IReadOnlyDictionary<string, string> ToConfiguration()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["urls"] = Address.GetLeftPart(UriPartial.Authority),
            ["Storage:Folder"] = Folder,
            ["Storage:Provider"] = AzureConnection is null ? "Sqlite" : "Azure",
            ["WeChat:AppId"] = Account.AppId,
            ["WeChat:AppSecret"] = Account.AppSecret,
            ["WeChat:Token"] = Account.Token,
            ["WeChat:EncodingAesKey"] = Account.EncodingAesKey,
            ["WeChat:Congress"] = SampleDistrict.District,
            ["WeChat:ApiBaseAddress"] = WeChatApi.AbsoluteUri,
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Qijiang.Backend.Obligations.ShownNotices"] = "Information",
        };
        if (AzureConnection is not { } connection) return settings;
        // Names of its own, the same after a restart: a demo finds nothing of the one before it.
        var own = Token[..5];
        settings["Storage:Azure:ConnectionString"] = connection;
        settings["Storage:Azure:Prefix"] = "d" + own;
        settings["Storage:Azure:KeyTablePrefix"] = "k" + own;
        return settings;
    }
}
