using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

/// <summary>An electoral district (选区) that elects deputies of a district or town congress directly (DEP-02).</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<ElectoralDistrictId>))]
public readonly record struct ElectoralDistrictId(string Value) : ITextId<ElectoralDistrictId>
{
    /// <inheritdoc/>
    public static ElectoralDistrictId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out ElectoralDistrictId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
