using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Qijiang.Benchmarks.Reporting;

/// <summary>What it ran on: enough to judge the figures by, nothing that names the machine.</summary>
internal static class Machine
{
    /// <summary>The machine as it is now, how busy it is included.</summary>
    public static string Now()
    {
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{day}: {Environment.ProcessorCount} cores{Load()}, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, SQLite {Sqlite()}";
    }

    // Whatever else runs takes its share of both sides, but not always the same.
    private static string Load() =>
        File.Exists("/proc/loadavg") ? $" (load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start)" : "";

    private static string Sqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}
