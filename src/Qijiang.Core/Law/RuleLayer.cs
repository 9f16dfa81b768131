namespace Qijiang.Core.Law;

/// <summary>The text of one rule set's file.</summary>
/// <param name="File">What messages call it: its file name.</param>
/// <param name="Json">The text.</param>
public sealed record RuleLayer(string File, string Json)
{
    /// <summary>One of the files that come with this library, alone: <c>national</c>, <c>chongqing</c> and the others of <see cref="RuleSet.PresetNames"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static RuleLayer Preset(string name)
    {
        using var stream = typeof(RuleLayer).Assembly.GetManifestResourceStream($"{typeof(RuleLayer).Namespace}.presets.{name}.json")
            ?? throw new ArgumentException($"There is no preset '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return new($"{name}.json", reader.ReadToEnd());
    }
}
