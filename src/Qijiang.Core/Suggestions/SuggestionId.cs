using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

/// <summary>A deputy's suggestion (代表建议).</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<SuggestionId>))]
public readonly record struct SuggestionId(string Value) : ITextId<SuggestionId>
{
    /// <inheritdoc/>
    public static SuggestionId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out SuggestionId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
