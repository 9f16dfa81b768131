using System.Globalization;
using System.Text.Json.Nodes;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>What the HTTP surface answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON of the body; null where there is none.</param>
public sealed record Answer(int Status, JsonNode? Body)
{
    /// <summary>Whether it is a 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The stable code of a refusal; empty where it is none.</summary>
    public string Code => IsSuccess ? "" : Text("code");

    /// <summary>The text of a value: <c>Text("standing.handlings.0.due.on")</c>; empty where there is none.</summary>
    /// <param name="path">Members and indexes, parted by dots.</param>
    public string Text(string path) => Find(path)?.ToString() ?? "";

    /// <summary>A number.</summary>
    /// <param name="path">See <see cref="Text"/>.</param>
    public int Number(string path) => int.Parse(Text(path), CultureInfo.InvariantCulture);

    /// <summary>The elements of an array; none where there is no such array.</summary>
    /// <param name="path">See <see cref="Text"/>.</param>
    public IReadOnlyList<Answer> Items(string path) => Find(path) is JsonArray array ? [.. array.Select(node => new Answer(Status, node))] : [];

    private JsonNode? Find(string path)
    {
        var node = Body;
        foreach (var part in path.Split('.'))
        {
            node = node switch
            {
                JsonArray array when int.TryParse(part, CultureInfo.InvariantCulture, out var index) => index < array.Count ? array[index] : null,
                JsonObject members => members[part],
                _ => null,
            };
        }

        return node;
    }
}
