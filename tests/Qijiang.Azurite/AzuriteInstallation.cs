using System.Diagnostics;

namespace Qijiang.Azurite;

/// <summary>Where Azurite lies: below the repository's <c>artifacts</c>, put there by npm the first time that somebody asks.</summary>
internal static class AzuriteInstallation
{
    private const string Version = "3.37.0";

    /// <summary>The script that starts it.</summary>
    public static async Task<string> EnsureAsync()
    {
        var folder = Path.Combine(RepositoryRoot(), "artifacts", "azurite", Version);
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
            return script;
        Directory.CreateDirectory(folder);
        await using var mine = await LockAsync(Path.Combine(folder, "lock"));
        if (!File.Exists(done))
        {
            await InstallAsync(folder);
            await File.WriteAllTextAsync(done, Version);
        }

        return script;
    }

    // Test processes start at once; one installs, the others wait for it.
    private static async Task<FileStream> LockAsync(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromSeconds(1))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < TimeSpan.FromMinutes(10))
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static async Task InstallAsync(string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, $"azurite@{Version}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var npm = Process.Start(start) ?? throw new InvalidOperationException("npm did not start.");
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm could not install Azurite {Version}: {await output}{await errors}");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Qijiang.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Azurite is installed below the repository's artifacts folder, and this program runs outside of the repository.");
    }
}
