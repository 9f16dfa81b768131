using System.CommandLine;
using Qijiang.Benchmarks;
using Qijiang.Benchmarks.Calendar;
using Qijiang.Benchmarks.Calls;
using Qijiang.Benchmarks.Emulator;
using Qijiang.Benchmarks.Http;
using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Obligations;
using Qijiang.Benchmarks.Queues;
using Qijiang.Benchmarks.Reporting;
using Qijiang.Benchmarks.Sqlite;

IPart[] all = [new SqliteGoals(), new EmulatorGoals(), new QueueGoals(), new HttpRatios(), new CallCounts(), new CalendarGoals(), new MoveGoals(), new TickGoals()];

var parts = new Argument<string[]>("parts") { Description = "What to measure; nothing: everything", Arity = ArgumentArity.ZeroOrMore };
parts.AcceptOnlyFromAmong([.. all.Select(part => part.Name)]);
var quick = new Option<bool>("--quick") { Description = "Shortest rounds, to see that it runs: the figures mean nothing and are written nowhere" };
var root = new RootCommand("Ratios against a baseline in the same run; docs/performance.md says how to read them") { parts, quick };
root.SetAction(async (parsed, _) =>
{
    var settings = parsed.GetValue(quick) ? Settings.Quick : Settings.Full;
    var chosen = parsed.GetValue(parts) is { Length: > 0 } names ? all.Where(part => names.Contains(part.Name)) : all;
    foreach (var part in chosen)
    {
        var machine = Machine.Now();
        var table = await part.MeasureAsync(settings);
        Console.WriteLine($"\n{part.Name}: {machine}; {part.Extent(settings)}\n\n{table}");
        if (settings == Settings.Full)
            await PerformancePage.WriteAsync(part.Name, $"`dotnet run -c Release --project tests/Qijiang.Benchmarks -- {part.Name}`, {machine}; {part.Extent(settings)}.\n\n{table}");
    }

    return 0;
});
return await root.Parse(args).InvokeAsync();
