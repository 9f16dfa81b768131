using System.Text.Json.Serialization;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>A livelihood project (民生实事项目), from candidate on.</summary>
/// <param name="Value">The text of the id, well-formed by <see cref="TextId.IsWellFormed"/>.</param>
[JsonConverter(typeof(TextIdConverter<ProjectId>))]
public readonly record struct ProjectId(string Value) : ITextId<ProjectId>
{
    /// <inheritdoc/>
    public static ProjectId From(string value) => new(value);

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
