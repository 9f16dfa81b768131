using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>Keeps what a channel delivered that is no opinion: notices, unknown kinds, what could not be read. Sealed as it came, once each.</summary>
public sealed class ChannelMessages(IRowStore rows, TextSealing sealing)
{
    private const string Table = "channelmessages";

    /// <summary>Keeps a body. The same key again changes nothing.</summary>
    /// <param name="congress">The congress that the channel serves.</param>
    /// <param name="key">A keyed hash of the channel's own key.</param>
    /// <param name="name">The channel's name of the kind; <c>unreadable</c> for what could not be read.</param>
    /// <param name="sender">The person it concerns, under whose key it is kept; null: under the message's own.</param>
    /// <param name="raw">The body.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task KeepAsync(CongressId congress, string key, string name, PersonId? sender, ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        var body = Convert.ToBase64String(raw.Span);
        var kept = sender is { } person
            ? new KeptMessage(name, new PersonalText(person, body), null)
            : new KeptMessage(name, null, new OfficialText(body));
        var json = (JsonObject)JsonSerializer.SerializeToNode(kept, KeptMessageJson.Stored.KeptMessage)!;
        await sealing.SealAsync(json, new StreamId(congress, "channel-message", key), 1, cancel);
        await rows.CommitAsync(Table, $"{congress.Value}|{key[..2]}", [new Change.Insert(key, Encoding.UTF8.GetBytes(json.ToJsonString()))], [], cancel);
    }
}

/// <summary>What is kept: the body in Base64, under the sender's key or the message's own.</summary>
internal sealed record KeptMessage(string Name, PersonalText? OfSender, OfficialText? Other);

[JsonSerializable(typeof(KeptMessage))]
internal sealed partial class KeptMessageJson : JsonSerializerContext
{
    public static KeptMessageJson Stored { get; } = new(StoredJson.Options());
}
