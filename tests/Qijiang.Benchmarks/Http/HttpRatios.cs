using Microsoft.Extensions.DependencyInjection;
using Qijiang.Azurite;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Emulator;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;
using Qijiang.Benchmarks.Sqlite;

namespace Qijiang.Benchmarks.Http;

/// <summary>What everything above the row store costs: an opinion over HTTP against the bare append of the very rows that it leaves.</summary>
internal sealed class HttpRatios : IPart
{
    private const int Many = 32;

    /// <inheritdoc/>
    public string Name => "http";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        var table = new RatioTable();
        await using (var host = await RunningHost.StartAsync(pump: true))
            await AddAsync(table, settings, "SQLite", host, SqliteAppend.OpenAsync);
        await using var server = await AzuriteServer.StartAsync();
        // Without the consumers: the emulator's one thread would be theirs for minutes after a round's thousands of opinions.
        await using (var host = await RunningHost.StartAsync(pump: false, RunningHost.InAzurite(server.ConnectionString)))
            await AddAsync(table, settings, "Azurite, consumers at rest", host, sample => AzureAppend.OpenAsync(server.ConnectionString, sample));
        return table.Table;
    }

    private static async Task AddAsync(RatioTable table, Settings settings, string store, RunningHost host, Func<SampleAppend, Task<Subject>> bare)
    {
        var citizens = new Person[Many];
        for (var i = 0; i < Many; i++)
            citizens[i] = await host.CitizenAsync($"openid-{i}");
        var sample = await SampleAsync(host, citizens[0]);
        foreach (var callers in new[] { 1, Many })
        {
            var rates = await new AlternatingRounds(settings).RunAsync(
                $"http, {store}", callers, () => bare(sample), () => Task.FromResult<Subject>(new OpinionOverHttp(host, citizens)));
            table.Add($"{store}, c{callers}: an opinion over HTTP, against the bare append of its row ({sample.Bytes} B with the message)", null, rates[1], rates[0]);
        }
    }

    /// <summary>The rows that an opinion leaves, as they lie in the store.</summary>
    private static async Task<SampleAppend> SampleAsync(RunningHost host, Person citizen)
    {
        var answer = await citizen.PostAsync(OpinionOverHttp.Address, OpinionOverHttp.Body, "sample");
        var stream = new StreamId(SamplePlan.Congress, "opinion", answer["number"]!.GetValue<string>());
        var events = new List<byte[]>();
        await foreach (var row in host.Services.GetRequiredService<IRowStore>().ScanAsync(EventStore.Table, stream.Partition, "", "", null, CancellationToken.None))
            events.Add(row.Data.ToArray());
        return new(events, StreamChanged.MessageFor(stream, events.Count).Body.ToArray());
    }
}
