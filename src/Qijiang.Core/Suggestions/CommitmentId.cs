using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

/// <summary>A committed item (承诺事项) in an agency's ledger, unique within one suggestion.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<CommitmentId>))]
public readonly record struct CommitmentId(string Value) : ITextId<CommitmentId>
{
    /// <inheritdoc/>
    public static CommitmentId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out CommitmentId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
