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
        var text = Text(line.Code, culture);
        var title = line.Candidate is { } candidate ? titleOf(candidate) : "";
        return string.Format(culture, text, [title, .. line.Numbers.Cast<object>()]);
    }

    /// <summary>Where the ballots are cast (LIV-14b), for whoever is called to the vote and for the result's sheet.</summary>
    /// <param name="venue">The venue that the poll's rules have.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public static string Of(VoteVenue venue, CultureInfo culture) => Text(venue is VoteVenue.Delegations ? "venue-delegations" : "venue-plenary", culture);

    private static string Text(string code, CultureInfo culture) =>
        _texts.GetString(code, culture) ?? throw new MissingManifestResourceException($"no text for the outcome line '{code}'");
}
