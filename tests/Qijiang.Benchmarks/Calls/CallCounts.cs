using System.Globalization;
using Qijiang.Benchmarks.Http;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;

namespace Qijiang.Benchmarks.Calls;

/// <summary>
/// Storage calls for each acknowledged request: on Azure each is milliseconds of network. Counted before the ports, with the
/// queues standing still, then with their messages delivered one by one.
/// </summary>
internal sealed class CallCounts : IPart
{
    private const int Repeats = 5;

    private readonly Table table = new("request", "reads", "commits", "messages", "key store", "calls on SQLite", "calls on Azure", "calls that follow from its messages");

    /// <inheritdoc/>
    public string Name => "calls";

    /// <inheritdoc/>
    public string Extent(Settings settings) => $"the median of {Repeats} requests of each kind";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        await using var host = await RunningHost.StartAsync(pump: false);
        await host.DeliverAsync();
        await AddOpinionsAsync(host);
        await AddBallotsAsync(host);
        await AddRepliesAsync(host);
        return table;
    }

    private async Task AddOpinionsAsync(RunningHost host)
    {
        var known = await host.CitizenAsync("known");
        await SendAsync(known);
        var ofKnown = await RepeatAsync(host, _ => SendAsync(known));
        var citizens = new Person[Repeats];
        var signIns = await RepeatAsync(host, async i => citizens[i] = await host.CitizenAsync($"new-{i}"));
        var ofNew = await RepeatAsync(host, i => SendAsync(citizens[i]));
        Add("an opinion from a citizen who is known here", ofKnown);
        Add("the first sign-in of a new citizen", signIns);
        Add("the first opinion of a new citizen", ofNew);

        static Task SendAsync(Person citizen) =>
            citizen.PostAsync(OpinionOverHttp.Address, OpinionOverHttp.Body, System.Security.Cryptography.RandomNumberGenerator.GetHexString(16));
    }

    private async Task AddBallotsAsync(RunningHost host)
    {
        var ballots = await new Errands(host).OpenPollAsync();
        await host.DeliverAsync();
        var deputies = new Person[Repeats];
        for (var i = 0; i < Repeats; i++)
            deputies[i] = await host.SignedInAsync(SamplePlan.Deputies[i]);
        Add("a ballot cast", await RepeatAsync(host, i => deputies[i].PostAsync(ballots, Errands.Ballot)));
    }

    private async Task AddRepliesAsync(RunningHost host)
    {
        var errands = new Errands(host);
        var replies = new string[Repeats];
        for (var i = 0; i < Repeats; i++)
            replies[i] = await errands.SuggestionInHandAsync(i + 1);
        await host.DeliverAsync();
        var principal = await host.SignedInAsync(SamplePlan.Principal);
        Add("an agency's reply to a suggestion", await RepeatAsync(host, i => principal.PostAsync(replies[i], Errands.Reply)));
    }

    private static async Task<IReadOnlyList<CallsOfRequest>> RepeatAsync(RunningHost host, Func<int, Task> request)
    {
        var counted = new List<CallsOfRequest>(Repeats);
        for (var i = 0; i < Repeats; i++)
        {
            var (data, keys) = (host.Calls.Data, host.Calls.Keys);
            var (reads, commits, messages, ofKeys) = (data.Reads, data.Commits, data.Messages, keys.Reads + keys.Commits);
            await request(i);
            var own = new CallsOfRequest(data.Reads - reads, data.Commits - commits, data.Messages - messages, keys.Reads + keys.Commits - ofKeys, 0);
            var before = data.Reads + data.Commits + keys.Reads + keys.Commits;
            await host.DeliverAsync();
            counted.Add(own with { Afterwards = data.Reads + data.Commits + keys.Reads + keys.Commits - before });
        }

        return counted;
    }

    // What is remembered for a time (a congress for 30 s, a key for 5 min) is read anew now and then: the median leaves that out.
    private void Add(string request, IReadOnlyList<CallsOfRequest> counted) => table.Add(
        request,
        Median(counted, c => c.Reads),
        Median(counted, c => c.Commits),
        Median(counted, c => c.Messages),
        Median(counted, c => c.Keys),
        Median(counted, c => c.OnSqlite),
        Median(counted, c => c.OnAzure),
        Median(counted, c => c.Afterwards));

    private static string Median(IReadOnlyList<CallsOfRequest> counted, Func<CallsOfRequest, long> calls) =>
        Ratio.MedianOf([.. counted.Select(c => (double)calls(c))]).ToString("0", CultureInfo.InvariantCulture);
}
