using System.CommandLine;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Commands;

/// <summary><c>serve</c>: starts the back end and runs until it is stopped. Settings that follow go to the configuration: <c>--Storage:Provider=Azure</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Start the back end (启动后台服务)") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
            await app.RunAsync(cancel);
            return 0;
        }));
        return command;
    }
}
