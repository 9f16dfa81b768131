using System.CommandLine;
using System.Text.Json;
using Qijiang.Backend;
using Qijiang.Backend.Congresses;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Commands;

/// <summary><c>provision</c>: sets congresses, bodies and people up from a plan. Safe to run again.</summary>
internal static class ProvisionCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("plan") { Description = "The plan, a JSON file (筹建方案)" };
        var command = new Command("provision", "Set up congresses, bodies and people from a plan (按方案筹建)") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            try
            {
                var plan = await ReadAsync(parsed.GetRequiredValue(file), cancel);
                await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
                var passwords = await app.Services.GetRequiredService<Provisioning>().ApplyAsync(plan, cancel);
                Console.WriteLine($"{plan.Congresses.Count} congresses, {plan.People.Count} people.");
                foreach (var (name, password) in passwords) Console.WriteLine($"{name}\t{password}");
                return 0;
            }
            catch (Exception e) when (e is ProvisioningException or JsonException or IOException)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 1;
            }
        }));
        return command;
    }

    /// <summary>Reads a plan.</summary>
    public static async Task<DistrictPlan> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        BackendServices.ConfigureJson(options);
        await using var stream = file.OpenRead();
        return await JsonSerializer.DeserializeAsync<DistrictPlan>(stream, options, cancel) ?? throw new JsonException($"{file} holds no plan");
    }
}
