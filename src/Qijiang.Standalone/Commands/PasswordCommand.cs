using System.CommandLine;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Identity;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Commands;

/// <summary><c>password</c>: gives a sign-in name another password, made here and told once.</summary>
internal static class PasswordCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The sign-in name (用户名)" };
        var command = new Command("password", "Give a sign-in name another password (重置密码)") { name };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
            var password = Provisioning.NewPassword();
            var found = await app.Services.GetRequiredService<Credentials>().ResetAsync(parsed.GetRequiredValue(name), password, cancel);
            Console.WriteLine(found ? password : "There is no such sign-in name.");
            return found ? 0 : 1;
        }));
        return command;
    }
}
