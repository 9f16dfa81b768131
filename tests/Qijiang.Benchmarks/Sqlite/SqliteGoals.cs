using Qijiang.Benchmarks.Appends;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;

namespace Qijiang.Benchmarks.Sqlite;

/// <summary>The goals of the embedded store, <c>synchronous=FULL</c> throughout.</summary>
internal sealed class SqliteGoals : IPart
{
    private const int Many = 32;

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public async Task<Table> MeasureAsync(Settings settings)
    {
        var rounds = new AlternatingRounds(settings);
        var append = SampleAppend.Of(events: 2);
        var single = await rounds.RunAsync(Name, 1, () => BareTransaction.OpenAsync(SampleAppend.EventBytes), () => SqliteAppend.OpenAsync(append));
        var many = await rounds.RunAsync(
            Name,
            Many,
            () => HandWritten.RowByRowAsync(SampleAppend.EventBytes),
            () => HandWritten.RowsAsync(append.Bytes),
            () => HandWritten.AppendsAsync(append),
            () => SqliteAppend.OpenAsync(append));

        var table = new RatioTable();
        table.Add("c1: append of 2 events and a message, against a bare transaction of one 700 B row", 0.70, single[1], single[0]);
        table.Add("c32: the same, against bare transactions of one 700 B row each", 3.5, many[3], many[0]);
        table.Add("c32: the same, against group commit by hand of one row of the same 1,800 B", 0.35, many[3], many[1]);
        table.Add("c32: the adapter, against group commit by hand of the same rows", 0.80, many[3], many[2]);
        return table.Table;
    }
}
