using Azure.Data.Tables;
using Qijiang.Azurite;
using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;

namespace Qijiang.Benchmarks.Emulator;

/// <summary>The goals on Tables and Queues, against Azurite in memory.</summary>
internal sealed class EmulatorGoals : IPart
{
    private const int Many = 32;

    /// <inheritdoc/>
    public string Name => "azurite";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        await using var server = await AzuriteServer.StartAsync();
        var connection = server.ConnectionString;
        var rounds = new AlternatingRounds(settings);
        var (one, two) = (SampleAppend.Of(events: 1), SampleAppend.Of(events: 2));
        var rates = await rounds.RunAsync(
            Name,
            Many,
            () => SdkCalls.InsertThenSendAsync(connection, one),
            () => SdkCalls.MessageFirstAsync(connection, one),
            () => SdkCalls.MessageFirstAsync(connection, two),
            () => AzureAppend.OpenAsync(connection, one),
            () => AzureAppend.OpenAsync(connection, two));

        var table = new RatioTable();
        table.Add($"c32: append of 1 event and a message, against bare insert and send by the SDK ({await VersionAsync(connection)})", 0.90, rates[3], rates[0]);
        table.Add("c32: append of 2 events and a message, against the same bare insert and send of one", 0.70, rates[4], rates[0]);
        table.Add("c32: the adapter with 1 event, against the same SDK calls by hand", 0.95, rates[3], rates[1]);
        table.Add("c32: the adapter with 2 events, against the same SDK calls by hand", 0.95, rates[4], rates[2]);
        return table.Table;
    }

    private static async Task<string> VersionAsync(string connection)
    {
        var answer = (await new TableServiceClient(connection).GetPropertiesAsync()).GetRawResponse();
        return answer.Headers.TryGetValue("Server", out var server) ? server : "Azurite";
    }
}
