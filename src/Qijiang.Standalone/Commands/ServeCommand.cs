using System.CommandLine;
using Microsoft.Extensions.Options;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Commands;

/// <summary><c>serve</c>: starts the back end and runs until it is stopped. Settings that follow go to the configuration: <c>--Storage:Provider=Azure</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Start the back end (启动后台服务)") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
                await app.RunAsync(cancel);
                return 0;
            }
            catch (SettingException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 1;
            }
            catch (OptionsValidationException e)
            {
                foreach (var failure in e.Failures) await Console.Error.WriteLineAsync(failure);
                return 1;
            }
        });
        return command;
    }
}
