using System.Text.Json;

namespace Qijiang.Functions.Tests;

/// <summary>Files of the repository that have to agree with the triggers.</summary>
internal static class RepositoryFiles
{
    private static readonly string _root = Root(AppContext.BaseDirectory);

    public static string Text(string path) => File.ReadAllText(Path.Combine(_root, path));

    public static JsonElement Json(string path) => JsonDocument.Parse(Text(path)).RootElement;

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Qijiang.slnx")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests don't run inside the repository."));
}
