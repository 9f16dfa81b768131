using Qijiang.Core;

namespace Qijiang.Backend.Suggestions;

/// <summary>A source is not an opinion that was handed to the lead deputy.</summary>
public sealed record SourceNotYours : Refusal
{
    /// <summary>Names the field.</summary>
    public SourceNotYours() : base("suggestion.source-not-yours") => Field = "sources";
}
