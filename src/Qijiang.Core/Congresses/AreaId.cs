using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

/// <summary>An area without a congress of its own, served by this one: a street (街道), a development zone (经开区).</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<AreaId>))]
public readonly record struct AreaId(string Value) : ITextId<AreaId>
{
    /// <inheritdoc/>
    public static AreaId From(string value) => new(value);

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
