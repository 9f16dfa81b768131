namespace Qijiang.Backend.Congresses;

/// <summary>Where congresses' own rules come from.</summary>
public sealed class RuleSettings
{
    /// <summary>The section of the configuration: <c>Rules</c>.</summary>
    public const string Section = "Rules";

    /// <summary>A folder with a congress's own layer as <c>&lt;congress id&gt;.json</c>; null: no congress has one, but those taken before stay in force.</summary>
    public string? Folder { get; set; }
}
