using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Standalone.Demo.FakeWeChat;

namespace Qijiang.Standalone.Demo.Running;

/// <summary>What has to be there before the back end starts: settings, WeChat's played servers, and the sample district in the store.</summary>
public sealed class DemoSetup : IAsyncDisposable
{
    private readonly FakeLoginServer _weChat;

    private DemoSetup(DemoSettings settings, FakeLogin login, FakeLoginServer weChat, IReadOnlyDictionary<string, string> passwords) =>
        (Settings, Login, _weChat, Passwords) = (settings, login, weChat, passwords);

    /// <summary>The settings of this demo.</summary>
    public DemoSettings Settings { get; }

    /// <summary>The played sign-in of the mini-program.</summary>
    public FakeLogin Login { get; }

    /// <summary>The passwords of the staff, by sign-in name.</summary>
    public IReadOnlyDictionary<string, string> Passwords { get; }

    /// <summary>Sets it up.</summary>
    /// <param name="folder">A folder of its own; made if need be.</param>
    /// <param name="day">The domain's day on which the congresses are set up.</param>
    /// <param name="azureConnection">The storage account; null: SQLite in the folder.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<DemoSetup> PrepareAsync(string folder, LocalDate day, string? azureConnection, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var account = DemoSettings.NewAccount();
        var login = new FakeLogin(account, TimeProvider.System);
        var weChat = await FakeLoginServer.StartAsync(login, cancel: cancel);
        try
        {
            var settings = new DemoSettings(folder, DemoSettings.FreeAddress(), account, weChat.Address, DemoSettings.NewToken(), azureConnection);
            await using var app = DemoHost.Build(settings, day);
            var passwords = await app.Services.GetRequiredService<Provisioning>().ApplyAsync(SampleDistrict.Plan(), cancel);
            return new DemoSetup(settings, login, weChat, passwords);
        }
        catch
        {
            await weChat.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops WeChat's played servers. What was stored stays.</summary>
    public ValueTask DisposeAsync() => _weChat.DisposeAsync();
}
