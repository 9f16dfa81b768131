using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts.Cards;

/// <summary>The stored form of what happens to cards.</summary>
[JsonSerializable(typeof(CardEvent))]
internal sealed partial class CardJson : JsonSerializerContext
{
    public static CardJson Stored { get; } = new(StoredJson.Options());
}
