using Qijiang.Core;

namespace Qijiang.Backend.Suggestions;

/// <summary>What it should be merged into is no registered suggestion of this congress that goes on (SUG-11).</summary>
public sealed record MergesIntoNothing : Refusal
{
    /// <summary>Names the field.</summary>
    public MergesIntoNothing() : base("suggestion.merges-into-nothing") => Field = "into";
}
