using System.CommandLine;
using NodaTime.Text;
using Qijiang.Backend;
using Qijiang.Standalone.Demo.Running;

namespace Qijiang.Standalone.Commands;

/// <summary>What <c>demo</c> starts as its child: <c>serve</c> with a clock that can be moved. Not for people, and hidden from them.</summary>
internal static class DemoBackendCommand
{
    public const string Name = "demo-backend";
    public const string Token = "QIJIANG_DEMO_TOKEN";
    public const string Today = "QIJIANG_DEMO_TODAY";

    public static Command Create()
    {
        var command = new Command(Name) { Hidden = true };
        command.SetAction(async (_, cancel) =>
        {
            if (Environment.GetEnvironmentVariable(Token) is not { Length: > 0 } token
                || !LocalDatePattern.Iso.Parse(Environment.GetEnvironmentVariable(Today) ?? "").TryGetValue(default, out var day))
            {
                await Console.Error.WriteLineAsync("Only the command demo starts this one.");
                return 1;
            }

            try
            {
                await using var app = DemoHost.Build([], day, token);
                await app.StartAsync(cancel);
                // The demo holds the other end: when it is gone, this process is of no use.
                await Console.In.ReadToEndAsync(cancel);
                await app.StopAsync(cancel);
                return 0;
            }
            catch (SettingException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 1;
            }
        });
        return command;
    }
}
