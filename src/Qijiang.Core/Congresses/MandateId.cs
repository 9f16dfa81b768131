using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

/// <summary>One office held by one person over one time: a seat of a deputy, a post at an agency.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<MandateId>))]
public readonly record struct MandateId(string Value) : ITextId<MandateId>
{
    /// <inheritdoc/>
    public static MandateId From(string value) => new(value);

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
