using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Obligations;
using Qijiang.Standalone.Demo;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Qijiang.Standalone.Hosting;
using Qijiang.Standalone.Tests.Demo;
using Xunit;

namespace Qijiang.Standalone.Tests.Hosting;

/// <summary>The schedule lets the timers tick; nobody has to ask for it, and a tick that fails is not the last one.</summary>
public sealed class TimersTests : IDisposable
{
    private static readonly LocalDate _received = new(2026, 5, 11);
    private static readonly LocalDate _overdue = new(2026, 5, 27);   // a Wednesday, past the fifteen days of CIT-10
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-timers-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_due_is_found_when_the_schedule_comes_round_and_after_a_tick_that_failed()
    {
        var cancel = CancellationToken.None;
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, _received, null, cancel);
        var clock = new ClockThatMayFail(new MovableClock(_received, TimeProvider.System));
        await using var app = StandaloneHost.Build(
            [.. setup.Settings.ToConfiguration().Select(setting => $"--{setting.Key}={setting.Value}"), "--Timers:Reminders=0 0 29 2 *"],
            builder => builder.Services.AddSingleton<IClock>(clock));
        await app.StartAsync(cancel);
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        var world = new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), _received);
        var intake = await world.StaffAsync(SampleDistrict.District, "intake", cancel);
        await intake.PostAsync("opinions/in-person", new { words = "路灯不亮。", manner = "Letter", title = "路灯", name = "某某", contact = "来信地址", district = "gunan-1" }, cancel);
        await world.WaitForAsync("the list of what is owed", async () => (await intake.GetAsync("obligations", cancel)).Items("obligations") is [var owed, ..] ? owed : null, cancel);
        clock.Inner.TryMoveTo(_overdue).Should().BeTrue();
        (await SentAsync()).Should().BeEmpty("no timer has ticked");

        var time = new FakeTimeProvider();
        using var timers = new Timers(app.Services.GetRequiredService<ReminderTick>(), app.Services.GetRequiredService<CheckpointTick>(), Options.Create(new TimerOptions { Reminders = "*/10 * * * *" }), time, NullLogger<Timers>.Instance);
        await timers.StartAsync(cancel);
        clock.Fails = true;
        await world.WaitForAsync("a tick that fails", () => AfterTenMinutes(() => Task.FromResult(clock.Failures > 0 ? clock : null)), cancel);
        clock.Fails = false;
        var sent = await world.WaitForAsync("the reminder", () => AfterTenMinutes(async () => await SentAsync() is [_, ..] all ? all : null), cancel);

        sent.Select(reminder => (reminder.Text("kind"), reminder.Text("to"))).Should().Equal(("CitizenNotice", "Owing"));
        await timers.StopAsync(cancel);
        await app.StopAsync(cancel);

        async Task<IReadOnlyList<Answer>> SentAsync() => await intake.ListAsync("obligations/reminders", "reminders", cancel).ToListAsync(cancel);

        Task<T?> AfterTenMinutes<T>(Func<Task<T?>> look)
            where T : class
        {
            time.Advance(TimeSpan.FromMinutes(10));
            return look();
        }
    }

    [Fact]
    public async Task A_checkpoint_is_made_when_its_schedule_comes_round()
    {
        var cancel = CancellationToken.None;
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, _received, null, cancel);
        await using var app = StandaloneHost.Build([.. setup.Settings.ToConfiguration().Select(setting => $"--{setting.Key}={setting.Value}")]);
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        var world = new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), _received);
        var time = new FakeTimeProvider();
        using var timers = new Timers(
            app.Services.GetRequiredService<ReminderTick>(), app.Services.GetRequiredService<CheckpointTick>(), Options.Create(new TimerOptions { Reminders = "0 0 29 2 *", Checkpoints = "30 18 * * *" }), time, NullLogger<Timers>.Instance);
        (await app.Services.GetRequiredService<Checkpoints>().ExportAsync(cancel)).Should().BeNull("no timer has ticked");

        await timers.StartAsync(cancel);
        var made = await world.WaitForAsync("the checkpoint", () =>
        {
            time.Advance(TimeSpan.FromHours(1));
            return app.Services.GetRequiredService<Checkpoints>().ExportAsync(cancel);
        }, cancel);

        made.Checkpoint.Statement.Number.Should().Be(1);
        await timers.StopAsync(cancel);
    }

    private sealed class ClockThatMayFail(MovableClock inner) : IClock
    {
        private int _failures;

        public MovableClock Inner => inner;

        public bool Fails { get; set; }

        public int Failures => _failures;

        public Instant GetCurrentInstant()
        {
            if (!Fails) return inner.GetCurrentInstant();
            Interlocked.Increment(ref _failures);
            throw new IOException("the clock is out of order");
        }
    }
}
