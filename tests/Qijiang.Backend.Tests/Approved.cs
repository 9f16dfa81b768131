using FluentAssertions;

namespace Qijiang.Backend.Tests;

/// <summary>Stored forms that somebody has looked at and approved. Where one differs, what was received lies beside the approved file.</summary>
internal static class Approved
{
    /// <summary>Compares with a file of this project.</summary>
    /// <param name="file">The approved file, below the project's folder.</param>
    /// <param name="received">What is stored now.</param>
    public static void Matches(string file, string received)
    {
        var approved = PathOf(file);
        if (File.Exists(approved) && File.ReadAllText(approved).TrimEnd('\n') == received) return;
        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.WriteAllText(approved + ".received", received + "\n");
        received.Should().Be(File.Exists(approved) ? File.ReadAllText(approved).TrimEnd('\n') : "(nothing approved yet)", $"{file} is the approved form");
    }

    /// <summary>The path of a file of this project.</summary>
    public static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Qijiang.slnx")))
                return Path.Combine(folder.FullName, "tests", "Qijiang.Backend.Tests", file);
        }

        throw new InvalidOperationException("Approved files lie in the repository, and this program runs outside of it.");
    }
}
