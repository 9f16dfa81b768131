using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

/// <summary>Which people's congress (人民代表大会) something belongs to. It is in every partition key, permission and address.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<CongressId>))]
public readonly record struct CongressId(string Value) : ITextId<CongressId>
{
    /// <inheritdoc/>
    public static CongressId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out CongressId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
