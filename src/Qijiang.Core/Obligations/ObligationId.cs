using System.Text.Json.Serialization;

namespace Qijiang.Core.Obligations;

/// <summary>Something owed by someone by a day, named by what it is about, so that the same duty has the same id however often it is derived.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<ObligationId>))]
public readonly record struct ObligationId(string Value) : ITextId<ObligationId>
{
    /// <inheritdoc/>
    public static ObligationId From(string value) => new(value);

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
