using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

/// <summary>One poll (一次表决): one frame, one roll, one ballot box.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<PollId>))]
public readonly record struct PollId(string Value) : ITextId<PollId>
{
    /// <inheritdoc/>
    public static PollId From(string value) => new(value);

    /// <summary>Reads the id from an address; false where the text can't be one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? value, out PollId id)
    {
        id = new(value ?? "");
        return TextId.IsWellFormed(value);
    }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
