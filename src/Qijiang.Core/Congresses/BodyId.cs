using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

/// <summary>A body, office or agency: the Chairs' Meeting (主任会议), the desk (人代工委), a handling agency (承办单位).</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<BodyId>))]
public readonly record struct BodyId(string Value) : ITextId<BodyId>
{
    /// <inheritdoc/>
    public static BodyId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out BodyId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
