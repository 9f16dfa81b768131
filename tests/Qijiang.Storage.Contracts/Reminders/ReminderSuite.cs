using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts.Reminders;

/// <summary>
/// What the reminder timer promises over whatever store an engine gives: a reminder is recorded once, and goes on its way once,
/// whoever ticks at the same moment, late, or after an outage. A process is a container of its own; processes share the store only.
/// </summary>
public abstract class ReminderSuite : StorageContract
{
    private readonly FakeClock clock = new(At(new(2026, 11, 2), 10));
    private readonly DirectoryInfo policies = Directory.CreateTempSubdirectory("qijiang-policies-");
    private readonly InMemoryKeyPort keys = new();
    private readonly CongressId congress = new("qj");
    private readonly List<ServiceProvider> processes = [];

    public override async Task DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        policies.Delete(recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_capability_that_the_timer_does_not_know_is_reminded_of()
    {
        await HangAsync("card-1", due: "2026-12-01");

        await TickAsync(new(2026, 11, 23), 9);
        (await GoneAsync(0)).Should().BeEmpty();
        await TickAsync(new(2026, 11, 24), 9);
        (await GoneAsync(1)).Should().Equal(("7-days", Audience.Owing, new LocalDate(2026, 11, 24)));
    }

    [Fact]
    public async Task Of_timers_at_the_same_moment_one_records()
    {
        await HangAsync("card-1", due: "2026-12-01");
        clock.Reset(At(new(2026, 12, 2), 9));

        var timers = Enumerable.Range(0, 6).Select(_ => Process().GetRequiredService<ReminderTick>()).ToList();
        await Task.WhenAll(timers.Select(timer => Task.Run(() => timer.RunAsync(CancellationToken.None))));

        (await GoneAsync(2)).Should().BeEquivalentTo([("overdue", Audience.Owing, new LocalDate(2026, 12, 2)), ("overdue", Audience.Owed, new LocalDate(2026, 12, 2))]);
        (await GoneAsync(0)).Should().BeEmpty();
        (await Recorded("card-1")).Rows.Should().HaveCount(2);
    }

    [Fact]
    public async Task Of_two_that_had_both_seen_nothing_recorded_the_second_sends_nothing()
    {
        var stream = await HangAsync("card-1", due: "2026-12-01");
        var owed = (await Process().GetRequiredService<Duties>().OfAsync(stream, CancellationToken.None)).Obligations.Single();
        var planned = ReminderPlan.StepsDue(owed, ReminderPolicy.Default, WorkingCalendar.Official, new(2026, 12, 2), []).Send!;
        Task<bool> Record() => Process().GetRequiredService<Ledger>().RecordAsync(congress, stream, owed, planned, new(2026, 12, 1), new(2026, 12, 2), CancellationToken.None);

        (await Record()).Should().BeTrue();
        (await Record()).Should().BeFalse();
        (await GoneAsync(2)).Should().HaveCount(2, "two are told");
        (await GoneAsync(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_step_is_recorded_once_for_each_last_day_and_goes_on_its_way_for_each()
    {
        var stream = await HangAsync("card-1", due: "2026-12-01");
        var owed = (await Process().GetRequiredService<Duties>().OfAsync(stream, CancellationToken.None)).Obligations.Single();
        var planned = ReminderPlan.StepsDue(owed, ReminderPolicy.Default, WorkingCalendar.Official, new(2026, 11, 24), []).Send!;
        Task<bool> Record(LocalDate due) => Process().GetRequiredService<Ledger>().RecordAsync(congress, stream, owed, planned, due, new(2026, 11, 24), CancellationToken.None);

        (await Record(new(2026, 12, 1))).Should().BeTrue();
        (await Record(new(2026, 12, 4))).Should().BeTrue("another day is another reminder");
        (await Record(new(2026, 12, 1))).Should().BeFalse();
        (await Record(new(2026, 12, 4))).Should().BeFalse();
        (await Delivered(ReminderNotice.Queue, 2)).Select(message => message.Id).Should().OnlyHaveUniqueItems();
        (await Recorded("card-1")).Rows.Select(row => row.Due).Should().BeEquivalentTo(new LocalDate?[] { new(2026, 12, 1), new(2026, 12, 4) });
    }

    [Fact]
    public async Task A_timer_that_comes_late_sends_what_the_day_asks_for_once()
    {
        await HangAsync("card-1", due: "2026-12-01");

        await TickAsync(new(2026, 11, 24), 17);
        await TickAsync(new(2026, 11, 25), 9);
        (await GoneAsync(1)).Should().Equal(("7-days", Audience.Owing, new LocalDate(2026, 11, 24)));
        (await GoneAsync(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_weeks_outage_one_reminder_catches_up()
    {
        await File.WriteAllTextAsync(Path.Combine(policies.FullName, "qj.json"), """
            { "officeHours": null, "steps": { "Filing": [{ "key": "daily", "offset": 1, "unit": "Days", "tell": ["Owing"], "every": 1 }] } }
            """);
        await HangAsync("card-1", due: "2026-12-01");

        await TickAsync(new(2026, 12, 2), 9);
        await TickAsync(new(2026, 12, 9), 9);
        await TickAsync(new(2026, 12, 9), 10);
        await TickAsync(new(2026, 12, 10), 9);

        (await GoneAsync(3)).Should().BeEquivalentTo([
            ("daily", Audience.Owing, new LocalDate(2026, 12, 2)), ("daily:8", Audience.Owing, new LocalDate(2026, 12, 9)), ("daily:9", Audience.Owing, new LocalDate(2026, 12, 10))]);
        (await GoneAsync(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_timers_that_bundle_at_the_same_moment_one_sends_the_digest()
    {
        var notices = new List<ReminderNotice>();
        foreach (var card in (string[])["card-1", "card-2"])
        {
            var owed = await Process().GetRequiredService<Duties>().OfAsync(await HangAsync(card, due: "2026-12-01"), CancellationToken.None);
            notices.Add(new ReminderNotice(congress, owed.Obligations.Single(), "7-days", Audience.Owing, new(2026, 12, 1), new(2026, 11, 24)));
            await Process().GetRequiredService<Digests>().AddAsync(new Recipient(Audience.Owing, new BodyId("water")), notices[^1], CancellationToken.None);
        }

        var timers = Enumerable.Range(0, 6).Select(_ => Process()).ToList();
        await Task.WhenAll(timers.Select(timer => Task.Run(async () =>
        {
            var established = (await timer.GetRequiredService<CongressDirectory>().FindAsync(congress, CancellationToken.None))!;
            await timer.GetRequiredService<Digests>().SendAsync(established, new(2026, 11, 24), CancellationToken.None);
        })));

        var sent = (await Delivered(OnChannel.Queue, 2)).Select(message => JsonSerializer.Deserialize(message.Body.Span, ObligationJson.Stored.OnChannel)!).ToList();
        sent.Select(message => message.Channel).Should().BeEquivalentTo(["work-group", "console"], "once for each channel");
        (await Delivered(OnChannel.Queue, 0)).Should().BeEmpty();
        var items = await Process().GetRequiredService<Digests>().OfAsync(sent[0].Digest!, CancellationToken.None);
        items.Select(item => item.Id).Should().BeEquivalentTo(notices.Select(notice => notice.Id));
    }

    [Fact]
    public async Task Outside_office_hours_it_waits_and_is_not_forgotten()
    {
        await HangAsync("card-1", due: "2026-12-01");

        await TickAsync(new(2026, 11, 24), 20);
        (await GoneAsync(0)).Should().BeEmpty();
        await TickAsync(new(2026, 11, 25), 8);
        (await GoneAsync(0)).Should().BeEmpty();
        await TickAsync(new(2026, 11, 25), 9);
        (await GoneAsync(1)).Should().Equal(("7-days", Audience.Owing, new LocalDate(2026, 11, 25)));
    }

    [Fact]
    public async Task What_was_settled_is_not_reminded_of_although_the_lists_do_not_know_yet()
    {
        var stream = await HangAsync("card-1", due: "2026-12-01");
        await HappenAsync(stream, new CardEvent.TakenDown());

        await TickAsync(new(2026, 12, 2), 9);
        (await GoneAsync(0)).Should().BeEmpty();
        (await ToList(Process().GetRequiredService<Lists>().ReadAsync(congress, DueEntries.ToDo, "", CancellationToken.None))).Should().BeEmpty();
    }

    private static Instant At(LocalDate day, int hour) => day.At(new LocalTime(hour, 0)).InZoneStrictly(ChinaDate.Zone).ToInstant();

    private async Task TickAsync(LocalDate day, int hour)
    {
        clock.Reset(At(day, hour));
        await Process().GetRequiredService<ReminderTick>().RunAsync(CancellationToken.None);
    }

    private async Task<StreamId> HangAsync(string id, string due)
    {
        await Process().GetRequiredService<Provisioning>().ApplyAsync(
            new DistrictPlan([new(congress, CongressLevel.District, new("綦江", "Qijiang"), "chongqing", [new(new("water"), BodyKind.Agency, new("水利局", "Water"))])], []), CancellationToken.None);
        var stream = new StreamId(congress, Card.Kind.Name, id);
        await HappenAsync(stream, new CardEvent.Written(due, new OfficialText("备案"), new PersonalText(new("p-1"), "无")));
        await Process().GetRequiredService<Projector>().StreamChangedAsync(stream, CancellationToken.None);
        return stream;
    }

    private Task HappenAsync(StreamId stream, CardEvent happened)
    {
        var command = RandomName();
        var act = new Act(new CommandStamp(command, command), new Actor(new("clerk"), Office.DeskClerk, new BodyId("desk")), new(2026, 11, 2), Channel.Web);
        return Process().GetRequiredService<StreamRunner>().RunAsync(Card.Kind, stream, act, _ => Card.Accept(happened), CancellationToken.None);
    }

    private async Task<RecordedReminders> Recorded(string card)
    {
        var process = Process();
        var owed = await process.GetRequiredService<Duties>().OfAsync(new StreamId(congress, Card.Kind.Name, card), CancellationToken.None);
        return await process.GetRequiredService<Ledger>().OfAsync(congress, owed.Obligations.Single().Id, CancellationToken.None);
    }

    /// <summary>What went on its way since it was asked last: the step, who is told, and on which day.</summary>
    private async Task<IEnumerable<(string Step, Audience To, LocalDate Today)>> GoneAsync(int expected) =>
        (await Delivered(ReminderNotice.Queue, expected)).Select(message => JsonSerializer.Deserialize(message.Body.Span, ObligationJson.Stored.ReminderNotice)!).Select(n => (n.Step, n.To, n.Today)).ToList();

    private ServiceProvider Process()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Rows).AddSingleton(Queue).AddSingleton(new KeyRows(Rows)).AddSingleton<IKeyPort>(keys);
        services.AddSingleton<IClock>(clock).AddSingleton(TimeProvider.System).AddQijiang().Configure<ReminderOptions>(options => options.Folder = policies.FullName);
        services.AddSingleton<CardDuties>().AddSingleton<IDutySource>(p => p.GetRequiredService<CardDuties>()).AddSingleton<IListView>(p => p.GetRequiredService<CardDuties>());
        var process = services.BuildServiceProvider();
        processes.Add(process);
        return process;
    }
}
