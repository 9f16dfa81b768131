using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qijiang.WeChat.Tests;

/// <summary>The vectors and sample payloads beside the tests.</summary>
public static class TestData
{
    private static readonly Vector[] _vectors = JsonSerializer.Deserialize<VectorFile>(Text("vectors.json"), JsonSerializerOptions.Web)!.Vectors;

    public static IReadOnlyList<Vector> Vectors => _vectors;

    public static Vector Vector(string name) => _vectors.Single(vector => vector.Name == name);

    public static string Text(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", path));

    public static string Sample(string name) => Text(Path.Combine("samples", name));

    /// <summary>The bodies in a sample that holds several.</summary>
    public static IReadOnlyList<string> Pushes(string name) =>
        [.. JsonNode.Parse(Sample(name))!["pushes"]!.AsArray().Select(push => push!.ToJsonString())];

    private sealed record VectorFile(Vector[] Vectors);
}
