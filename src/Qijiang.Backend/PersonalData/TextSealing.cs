using System.Text;
using System.Text.Json.Nodes;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.PersonalData;

/// <summary>
/// Seals the texts inside an event before it is stored, each under the key it belongs to and bound to its stream and
/// version, and opens them when it is read. A text whose key is gone reads as erased.
/// </summary>
public sealed class TextSealing(DataKeys keys)
{
    internal const string Plain = "text";
    private const string Sealed = "sealed";
    private const string Suite = "suite";

    /// <summary>Seals every marked text, in place.</summary>
    public Task SealAsync(JsonNode node, StreamId stream, int version, CancellationToken cancel) =>
        ForEachTextAsync(node, async text =>
        {
            if (text[Plain] is not JsonValue plain) return;
            var key = await keys.GetOrCreateAsync(OwnerOf(text, stream), cancel);
            text.Remove(Plain);
            text[Suite] = SealSuite.Current;
            text[Sealed] = Convert.ToBase64String(SealSuite.Seal(key, Encoding.UTF8.GetBytes(plain.GetValue<string>()), Place(stream, version)));
        });

    /// <summary>Opens every sealed text whose key is still there, in place.</summary>
    public Task OpenAsync(JsonNode node, StreamId stream, int version, CancellationToken cancel) =>
        ForEachTextAsync(node, async text =>
        {
            if (text[Sealed] is not JsonValue closed) return;
            var suite = text[Suite]!.GetValue<string>();
            text.Remove(Sealed);
            text.Remove(Suite);
            if (await keys.FindAsync(OwnerOf(text, stream), cancel) is not { } key) return;
            text[Plain] = Encoding.UTF8.GetString(SealSuite.Open(suite, key, Convert.FromBase64String(closed.GetValue<string>()), Place(stream, version)));
        });

    private static byte[] Place(StreamId stream, int version) => Encoding.UTF8.GetBytes($"{stream.Partition}@{version}");

    private static KeyOwner OwnerOf(JsonObject text, StreamId stream) =>
        text[PersonalTextConverter.Mark] is JsonValue person ? KeyOwner.Person(new PersonId(person.GetValue<string>())) : KeyOwner.Stream(stream);

    private static async Task ForEachTextAsync(JsonNode? node, Func<JsonObject, Task> act)
    {
        switch (node)
        {
            case JsonObject text when text.ContainsKey(PersonalTextConverter.Mark) || text.ContainsKey(OfficialTextConverter.Mark):
                await act(text);
                break;
            case JsonObject fields:
                foreach (var (_, value) in fields) await ForEachTextAsync(value, act);
                break;
            case JsonArray items:
                foreach (var item in items) await ForEachTextAsync(item, act);
                break;
        }
    }
}
