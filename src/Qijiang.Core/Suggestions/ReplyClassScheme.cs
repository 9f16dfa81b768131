using System.Collections.Frozen;
using System.Text.Json;

namespace Qijiang.Core.Suggestions;

/// <summary>
/// A scheme of reply classes (SUG-22), as data: <c>schemes/*.json</c>. A congress can name a scheme of its own in its rules; of one
/// that is not known here, only the name is checked.
/// </summary>
public static class ReplyClassScheme
{
    private static readonly FrozenDictionary<string, ValueList<ReplyClass>> _known = Read().GroupBy(c => c.Scheme).ToFrozenDictionary(g => g.Key, g => g.ToValueList());

    /// <summary>The classes of a scheme, in order; none where it is not known here.</summary>
    /// <param name="scheme">Its name, as the rule set has it.</param>
    public static ValueList<ReplyClass> Of(string scheme) => _known.GetValueOrDefault(scheme);

    /// <summary>Whether a class may be used where this scheme is in force.</summary>
    /// <param name="used">The class.</param>
    /// <param name="scheme">The scheme in force.</param>
    internal static bool Allows(ReplyClass used, string scheme) => used.Scheme == scheme && (Of(scheme) is { Count: 0 } || Of(scheme).Contains(used));

    private static IEnumerable<ReplyClass> Read()
    {
        var assembly = typeof(ReplyClassScheme).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Qijiang.Core.Suggestions.schemes.", StringComparison.Ordinal)))
        {
            using var file = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
            var scheme = file.RootElement.GetProperty("scheme").GetString()!;
            foreach (var entry in file.RootElement.GetProperty("classes").EnumerateArray())
                yield return new(scheme, entry.GetProperty("code").GetString()!, entry.GetProperty("text").GetString()!);
        }
    }
}
