namespace Qijiang.Benchmarks;

/// <summary>The clone that this program was built in.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Qijiang.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The benchmarks run inside the repository: there they keep their files and write their page.");
    }
}
