using System.Text.Json.Serialization;

namespace Qijiang.Core.CitizenInput;

/// <summary>A citizen's opinion (群众意见). Its text is also the number that the citizen is given.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<OpinionId>))]
public readonly record struct OpinionId(string Value) : ITextId<OpinionId>
{
    /// <inheritdoc/>
    public static OpinionId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out OpinionId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
