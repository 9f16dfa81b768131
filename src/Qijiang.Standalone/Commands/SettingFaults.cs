using Microsoft.Extensions.Options;
using Qijiang.Backend;

namespace Qijiang.Standalone.Commands;

/// <summary>A missing or malformed setting ends a command with a line that names it, whichever command it is.</summary>
internal static class SettingFaults
{
    /// <summary>Runs a command.</summary>
    /// <returns>What the command returns; 1 where a setting is at fault.</returns>
    public static async Task<int> NamedAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (SettingException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures) await Console.Error.WriteLineAsync(failure);
        }

        return 1;
    }
}
