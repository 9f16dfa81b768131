using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Messaging;
using Qijiang.Benchmarks.Calls;
using Qijiang.Core.Congresses;
using Qijiang.Standalone.Demo.FakeWeChat;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Benchmarks.Http;

/// <summary>
/// The host as it is served, on a loopback port with a congress set up, and WeChat's login played beside it. Apart from the
/// address only this is set: no log below a warning, no rate limit, and counters before the stores.
/// </summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly FakeAccount _account = new(
        "wx0123456789abcdef", "0123456789abcdef0123456789abcdef", "gh_0123456789ab", "qijiangtoken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

    private readonly ScratchFolder folder = new();
    private readonly FakeLogin login;
    private readonly FakeLoginServer weChat;
    private readonly WebApplication app;

    private RunningHost(FakeLogin login, FakeLoginServer weChat, string[] storage, bool pump, IClock? clock)
    {
        this.login = login;
        this.weChat = weChat;
        Pumps = pump;
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
            "--Timers:Reminders=0 0 1 1 *",
            $"--Storage:Folder={folder.Path}",
            $"--WeChat:AppId={_account.AppId}",
            $"--WeChat:AppSecret={_account.AppSecret}",
            $"--WeChat:Token={_account.Token}",
            $"--WeChat:EncodingAesKey={_account.EncodingAesKey}",
            $"--WeChat:Congress={SamplePlan.Congress}",
            $"--WeChat:ApiBaseAddress={weChat.Address}",
            .. storage,
        ];
        app = StandaloneHost.Build(settings, builder =>
        {
            builder.Services.Configure<RateLimits.Options>(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (int.MaxValue, int.MaxValue));
            Calls.Install(builder.Services);
            if (clock is not null)
                builder.Services.AddSingleton(clock);
            if (!pump)
                builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(QueuePump)));
        });
    }

    /// <summary>Whether its queues are worked off.</summary>
    public bool Pumps { get; }

    /// <summary>What its stores were asked.</summary>
    public Counting Calls { get; } = new();

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Whoever calls it.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it with its congress set up.</summary>
    /// <param name="pump">Whether the queues are worked off.</param>
    /// <param name="storage">The settings of the store.</param>
    public static Task<RunningHost> StartAsync(bool pump, params string[] storage) => StartAsync(pump, null, storage);

    /// <summary>Starts it by a clock of the domain's own.</summary>
    /// <param name="pump">Whether the queues are worked off.</param>
    /// <param name="clock">The clock; null: the machine's.</param>
    /// <param name="storage">The settings of the store.</param>
    public static async Task<RunningHost> StartAsync(bool pump, IClock? clock, params string[] storage)
    {
        var login = new FakeLogin(_account, TimeProvider.System);
        var host = new RunningHost(login, await FakeLoginServer.StartAsync(login), storage, pump, clock);
        await host.Services.GetRequiredService<Provisioning>().ApplyAsync(SamplePlan.Plan, CancellationToken.None);
        await host.app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(host.app.Urls.First()) };
        return host;
    }

    /// <summary>The settings of Azurite, in names of this run.</summary>
    public static string[] InAzurite(string connection) =>
    [
        "--Storage:Provider=Azure", $"--Storage:Azure:ConnectionString={connection}", "--Storage:Azure:KeyTablePrefix=keys",
        $"--Storage:Azure:Prefix=h{RandomNumberGenerator.GetHexString(5, lowercase: true)}",
    ];

    /// <summary>Somebody signed in, by a token of the host's own issuer.</summary>
    public async Task<Person> SignedInAsync(PersonId person) => new(Client, await Services.GetRequiredService<TokenIssuer>().IssueAsync(person, CancellationToken.None));

    /// <summary>A citizen, by the host's own sign-in and the played <c>wx.login</c>.</summary>
    public async Task<Person> CitizenAsync(string openId)
    {
        var answer = await new Person(Client, null).PostAsync("/api/sign-ins/mini-program", new { code = login.IssueCode(openId) });
        return new(Client, answer["token"]!.GetValue<string>());
    }

    /// <summary>Delivers what lies in the queues until nothing is left, as the pump does.</summary>
    public async Task DeliverAsync()
    {
        var queues = Services.GetRequiredService<IMessageQueue>();
        var delivery = Services.GetRequiredService<Delivery>();
        int taken;
        do
        {
            taken = 0;
            foreach (var queue in delivery.Queues)
            {
                foreach (var message in await queues.ReceiveAsync(queue, 16, TimeSpan.FromMinutes(2), CancellationToken.None))
                {
                    await delivery.DeliverAsync(queue, message.Envelope, CancellationToken.None);
                    await queues.DeleteAsync(message, CancellationToken.None);
                    taken++;
                }
            }
        }
        while (taken > 0);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await weChat.DisposeAsync();
        folder.Dispose();
    }
}
