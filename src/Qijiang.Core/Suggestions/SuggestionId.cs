using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

/// <summary>A deputy's suggestion (代表建议).</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<SuggestionId>))]
public readonly record struct SuggestionId(string Value) : ITextId<SuggestionId>
{
    /// <inheritdoc/>
    public static SuggestionId From(string value) => new(value);

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
