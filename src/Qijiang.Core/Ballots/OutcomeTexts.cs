using System.Globalization;
using System.Resources;

namespace Qijiang.Core.Ballots;

/// <summary>The lines of an outcome for people, Chinese first, English as the second culture.</summary>
public static class OutcomeTexts
{
    private static readonly ResourceManager _texts = new("Qijiang.Core.Ballots.Outcome", typeof(OutcomeTexts).Assembly);

    /// <summary>The text of a line, with its numbers.</summary>
    /// <param name="line">The line.</param>
    /// <param name="titleOf">The title of a candidate by its id: ballots know no names.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public static string Of(OutcomeLine line, Func<string, string> titleOf, CultureInfo culture)
    {
        var text = _texts.GetString(line.Code, culture) ?? throw new MissingManifestResourceException($"no text for the outcome line '{line.Code}'");
        var title = line.Candidate is { } candidate ? titleOf(candidate) : "";
        return string.Format(culture, text, [title, .. line.Numbers.Cast<object>()]);
    }
}
