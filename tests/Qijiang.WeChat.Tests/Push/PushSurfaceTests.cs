using System.Diagnostics.Metrics;

using FluentAssertions;

using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;

using NodaTime;
using NodaTime.Testing;

using Qijiang.Backend;
using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Http;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Standalone.Demo.FakeWeChat;
using Qijiang.Storage.Contracts;

using Xunit;

namespace Qijiang.WeChat.Tests.Push;

/// <summary>The message push behind the house's own pipeline.</summary>
public sealed class PushSurfaceTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider time = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly RecordingSink sink = new();
    private readonly MeterListener listener = new();
    private readonly List<string?> refused = [];
    private readonly WebApplication app;

    public PushSurfaceTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        var queue = new InMemoryMessageQueue(time);
        builder.Services.AddSingleton<IMessageQueue>(queue).AddSingleton<IRowStore>(new InMemoryRowStore(queue));
        builder.Services.AddSingleton(new KeyRows(new InMemoryRowStore())).AddSingleton<IKeyPort>(new InMemoryKeyPort());
        builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromDateTimeOffset(time.GetUtcNow()))).AddSingleton<TimeProvider>(time);
        builder.Services.AddQijiang().Configure<RateLimits.Options>(limits => limits.RequestsPerMinute = 1);
        builder.Services.AddQijiangWeChat(Settings.With()).AddSingleton<ICitizenMessageSink>(sink);
        app = builder.Build();
        app.Run(app.Services.GetRequiredService<HttpSurface>().HandleAsync);
        listener.InstrumentPublished = (instrument, itself) =>
        {
            if (instrument.Name == "qijiang.rejections" && instrument.Meter.Scope == app.Services.GetRequiredService<IMeterFactory>()) itself.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => refused.Add((string?)tags[0].Value));
        listener.Start();
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Pushes_are_taken_without_an_idempotency_key_and_are_never_too_many()
    {
        for (var i = 0; i < 3; i++)
            (await WeChat().SayAsync(PushHost.Address, Settings.OpenId, "路灯不亮")).Should().Be(new FakeDelivery(Acknowledged: true, Tries: 1, Status: 200, Body: "success"));

        (await WeChat().VerifyAsync(PushHost.Address)).Should().BeTrue();
        sink.Kept.Should().HaveCount(3);
        refused.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_signature_gets_403_and_nothing_else_and_is_counted()
    {
        var delivery = await WeChat(Settings.Account with { Token = "zhongzhi" }).SayAsync(PushHost.Address, Settings.OpenId, "路灯不亮");

        delivery.Should().Be(new FakeDelivery(Acknowledged: false, Tries: 4, Status: 403, Body: ""));
        sink.Calls.Should().BeEmpty();
        refused.Should().Equal("push.refused", "push.refused", "push.refused", "push.refused");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_gets_403_and_nothing_else(bool told)
    {
        using HttpContent content = told ? new ByteArrayContent(new byte[(256 * 1024) + 1]) : new StreamContent(new EndlessStream(), 4096);

        using var answer = await app.GetTestClient().PostAsync(PushHost.Address, content);

        ((int)answer.StatusCode).Should().Be(403);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        refused.Should().Equal("push.refused");
    }

    [Fact]
    public async Task A_body_that_ends_before_its_end_gets_403_and_nothing_else()
    {
        var context = await app.GetTestServer().SendAsync(context =>
        {
            context.Request.Method = "POST";
            context.Request.Path = PushHost.Address.OriginalString;
            context.Request.Body = new EndlessStream(breaksAfter: 2);
        });

        context.Response.StatusCode.Should().Be(403);
        using var body = new MemoryStream();
        await context.Response.Body.CopyToAsync(body);
        body.Length.Should().Be(0);
        refused.Should().Equal("push.refused");
    }

    /// <summary>What this channel opens to the whole world; the back end's own table has the rest.</summary>
    [Fact]
    public void The_channel_opens_these_endpoints_to_anyone_and_has_no_other()
    {
        IEndpointRouteBuilder map = app;
        foreach (var part in app.Services.GetServices<ISurfacePart>().Where(part => part.GetType().Assembly == typeof(WeChatOptions).Assembly)) part.Map(map);

        map.DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} /{e.RoutePattern.RawText!.Trim('/')} {e.Metadata.GetMetadata<AllowedOffices>()?.Anyone}")
            .Should().BeEquivalentTo("GET /api/wechat/messages True", "POST /api/wechat/messages True");
    }

    private FakePusher WeChat(FakeAccount? account = null) =>
        new(account ?? Settings.Account, new(app.GetTestServer().CreateHandler()) { BaseAddress = new("http://localhost/") }, new FakeTimeProvider(time.GetUtcNow()));
}
