using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Calendar;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Benchmarks.Calls;
using Qijiang.Benchmarks.Http;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Standalone.Demo.Running;

namespace Qijiang.Benchmarks.Calendar;

/// <summary>A host in which written notices to citizens are due on a day that no notice has arranged yet, and an invented one moves, all of them.</summary>
internal sealed class OpenDeadlines : IAsyncDisposable
{
    private const string Again = "|again";
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(50);

    // Fifteen days later it is 9 February, in the week of Spring Festival.
    private static readonly LocalDate _received = new(2027, 1, 25);

    private static readonly HolidayNotice _invented = HolidayNotices.Read("invented.json", """
        { "id": "2027", "year": 2027, "title": "虚构的2027年放假通知", "knownFrom": "2026-11-20", "status": "Read",
          "items": [
            { "holiday": { "zh": "元旦", "en": "New Year" }, "off": { "from": "2027-01-01", "to": "2027-01-03", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "春节", "en": "Spring Festival" }, "off": { "from": "2027-02-05", "to": "2027-02-11", "days": 7 }, "makeUp": ["2027-01-31", "2027-02-20"], "words": "2月5日至11日放假" },
            { "holiday": { "zh": "清明节", "en": "Qingming" }, "off": { "from": "2027-04-03", "to": "2027-04-05", "days": 3 }, "words": "放假3天" },
            { "holiday": { "zh": "劳动节", "en": "Labour Day" }, "off": { "from": "2027-05-01", "to": "2027-05-05", "days": 5 }, "makeUp": ["2027-05-08"], "words": "放假5天" },
            { "holiday": { "zh": "端午节", "en": "Dragon Boat Festival" }, "off": { "from": "2027-06-09", "to": "2027-06-09", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "中秋节", "en": "Mid-Autumn Festival" }, "off": { "from": "2027-09-15", "to": "2027-09-15", "days": 1 }, "words": "放假1天" },
            { "holiday": { "zh": "国庆节", "en": "National Day" }, "off": { "from": "2027-10-01", "to": "2027-10-07", "days": 7 }, "makeUp": ["2027-09-26"], "words": "放假7天" } ] }
        """);

    private readonly RunningHost host;
    private int commands;
    private int secondRounds;

    private OpenDeadlines(RunningHost host) => this.host = host;

    private IRowStore Rows => host.Services.GetRequiredService<IRowStore>();

    /// <summary>Sets it up.</summary>
    /// <param name="open">How many are open.</param>
    /// <param name="storage">The settings of the store.</param>
    public static async Task<OpenDeadlines> OpenAsync(int open, params string[] storage)
    {
        var host = await RunningHost.StartAsync(pump: false, new MovableClock(_received, TimeProvider.System), storage);
        var citizen = await host.CitizenAsync("citizen");
        for (var i = 0; i < open; i++) await citizen.PostAsync(OpinionOverHttp.Address, OpinionOverHttp.Body, $"open-{i}");
        // On Azure a message that goes before its commit shows a moment later.
        while (host.Calls.Data.Waiting > 0)
        {
            await host.DeliverAsync();
            await Task.Delay(_moment);
        }

        return new(host);
    }

    /// <summary>Lets the notice arrive, and then writes once more what moving has written; takes the notice out again.</summary>
    public async Task<(Cost Moving, Cost Rewriting)> RoundAsync()
    {
        await RunAsync(new NoticeCommand.Enter(_invented));
        var kept = new List<KeptCommit>();
        host.Calls.Data.Kept = kept;
        var moving = await CostOfAsync(MoveAsync);
        host.Calls.Data.Kept = null;
        var rewriting = await CostOfAsync(async () =>
        {
            foreach (var commit in kept) await commit.RewriteAsync(Rows);
        });
        await RunAsync(new NoticeCommand.Withdraw(_invented.Id));
        await MoveAsync();
        return (moving, rewriting);
    }

    /// <summary>How many moves the report has of one notice that came and went.</summary>
    public async Task<int> MovedAsync(int atMost) =>
        (await host.Services.GetRequiredService<Lists>().PageAsync(SamplePlan.Congress, DeadlineMoves.Opinions, null, atMost, CancellationToken.None)).Count;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task RunAsync(NoticeCommand command)
    {
        var stamp = $"moves-{++commands}";
        var act = new Act(new CommandStamp(stamp, stamp), Actor.Qijiang, _received, Channel.System);
        if (await host.Services.GetRequiredService<NoticeUseCases>().RunAsync(act, command, CancellationToken.None) is Ran<NoticeRegister>.Refused { Refusal: var refusal })
            throw new InvalidOperationException(refusal.Code);
    }

    // The second round, a minute later, finds everything moved; it is no part of a round here, and what is left of it may still wait.
    private async Task MoveAsync()
    {
        var queues = host.Services.GetRequiredService<IMessageQueue>();
        var delivery = host.Services.GetRequiredService<Delivery>();
        secondRounds++;
        for (var begun = false; !begun || host.Calls.Data.Waiting > secondRounds;)
        {
            var taken = 0;
            foreach (var queue in delivery.Queues)
            {
                foreach (var message in await queues.ReceiveAsync(queue, 16, TimeSpan.FromMinutes(2), CancellationToken.None))
                {
                    if (message.Envelope.Id.EndsWith(Again, StringComparison.Ordinal)) secondRounds--;
                    else await delivery.DeliverAsync(queue, message.Envelope, CancellationToken.None);
                    begun |= queue == CalendarChanged.Queue;
                    taken++;
                    await queues.DeleteAsync(message, CancellationToken.None);
                }
            }

            if (taken == 0) await Task.Delay(_moment);
        }
    }

    private async Task<Cost> CostOfAsync(Func<Task> work)
    {
        var calls = host.Calls.Data;
        var (reads, commits, began) = (calls.Reads, calls.Commits, TimeProvider.System.GetTimestamp());
        await work();
        return new(calls.Reads - reads, calls.Commits - commits, TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>What something cost.</summary>
    internal sealed record Cost(long Reads, long Commits, TimeSpan Took);
}
