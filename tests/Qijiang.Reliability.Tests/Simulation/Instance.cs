using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Qijiang.Backend;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>
/// The whole back end, from its HTTP pipeline to the ports, as one of the instances of a world. When it dies all it had under way
/// is gone, and another takes its place that remembers nothing. It serves one world after another, since it takes long to build.
/// </summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly string name;
    private readonly SimulatedTime time;
    private readonly WebApplication app;
    private readonly HttpSurface surface;
    private readonly QueuePump pump;
    private readonly Delivery delivery;
    private TaskCompletionSource died = new();
    private int life;

    public Instance(string name, IClock clock, IKeyPort keys)
    {
        this.name = name;
        time = new(() => World?.Scheduler);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();   // never started; an application wants one
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<IMessageQueue>(new SimulatedMessageQueue(this)).AddSingleton<IRowStore>(new SimulatedRowStore(this, world => world.Rows));
        services.AddSingleton(new KeyRows(new SimulatedRowStore(this, world => world.KeyRows))).AddSingleton(keys);
        services.AddSingleton(clock).AddSingleton<TimeProvider>(time).AddSingleton<ICitizenLogin, NobodyLogsIn>();
        services.AddQijiang().Configure<RateLimits.Options>(limits => (limits.RequestsPerMinute, limits.SignInsPerMinute) = (int.MaxValue, int.MaxValue));
        RepeatingConsumer.Plant(services, this);
        app = builder.Build();
        surface = app.Services.GetRequiredService<HttpSurface>();
        delivery = app.Services.GetRequiredService<Delivery>();
        pump = new(app.Services.GetRequiredService<IMessageQueue>(), delivery, time, NullLogger<QueuePump>.Instance);
        Queues = [.. delivery.Queues.Order(StringComparer.Ordinal)];
    }

    /// <summary>The world in which it is now.</summary>
    public World World { get; private set; } = null!;

    /// <summary>The queues it reads.</summary>
    public IReadOnlyList<string> Queues { get; }

    /// <summary>Ends when it dies.</summary>
    public Task Died => died.Task;

    /// <summary>What becomes of it when it has died.</summary>
    public Action? Reborn { get; set; }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Begins anew, in a world that was just set up.</summary>
    public void Enter(World world)
    {
        (World, life, died, Reborn) = (world, 1, new(), null);
        time.Forget();
    }

    /// <summary>Dies, and is there anew.</summary>
    public void Die()
    {
        World.Scheduler.Drop(this);
        life++;
        time.Forget();
        var end = died;
        died = new();
        Reborn?.Invoke();
        end.SetResult();
    }

    /// <summary>Reads a queue as long as it lives.</summary>
    public async Task PumpAsync(string queue)
    {
        while (true)
        {
            await Get<IMessageQueue>().WaitAsync(queue, CancellationToken.None);
            try
            {
                await pump.TakeAsync(queue, CancellationToken.None);
            }
            catch (Storage.Contracts.Faults.StoreDownException)
            {
                await World.Scheduler.WaitAsync($"rest {queue}", this, after: TimeSpan.FromSeconds(2));
            }
        }
    }

    /// <summary>One tick of its timer; what fails is found by the next.</summary>
    public async Task TickAsync()
    {
        try
        {
            await Get<ReminderTick>().RunAsync(CancellationToken.None);
        }
        catch (Storage.Contracts.Faults.StoreDownException)
        {
            // The next tick finds what this one left.
        }
    }

    /// <summary>Answers a request of somebody who has signed in.</summary>
    public async Task<Answer> AnswerAsync(PersonId who, string method, string path, byte[]? body, string? key)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services, User = new(new ClaimsIdentity([new("sub", who.Value)], "simulation")) };
        context.Request.Method = method;
        var at = path.IndexOf('?', StringComparison.Ordinal);
        context.Request.Path = $"/api/{Faults.People.Congress}/{(at < 0 ? path : path[..at])}";
        if (at >= 0) context.Request.QueryString = new(path[at..]);
        if (key is not null) context.Request.Headers["Idempotency-Key"] = key;
        if (body is not null)
        {
            context.Request.ContentType = "application/json";
            context.Request.ContentLength = body.Length;
            context.Request.Body = new MemoryStream(body, writable: false);
            context.Features.Set<IHttpRequestBodyDetectionFeature>(new ThereIsABody());
        }

        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await surface.HandleAsync(context);
        await context.Response.CompleteAsync();
        return new(context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    public override string ToString() => $"{name}{life}";

    public async ValueTask DisposeAsync()
    {
        pump.Dispose();
        await app.DisposeAsync();
    }

    private sealed class ThereIsABody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    private sealed class NobodyLogsIn : ICitizenLogin
    {
        public Task<CitizenLoginOutcome> ExchangeAsync(string code, CancellationToken cancel) => throw new NotSupportedException();
    }
}
