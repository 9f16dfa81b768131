using System.CommandLine;
using Qijiang.Backend.ReadModels;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Commands;

/// <summary><c>rebuild</c>: writes all lists anew from the events, also while the service runs.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var command = new Command("rebuild", "Write all lists anew from the events (重建列表)") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
            var streams = 0;
            await app.Services.GetRequiredService<Rebuild>().RunAsync(done => streams = done, cancel);
            Console.WriteLine($"{streams} streams.");
            return 0;
        }));
        return command;
    }
}
