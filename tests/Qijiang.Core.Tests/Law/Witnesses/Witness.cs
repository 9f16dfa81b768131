using System.Globalization;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>
/// A small story whose end hangs on one entry of a preset. Under the presets it ends as written here by hand, after the dossier; with that
/// one value changed to any neighbour it ends otherwise.
/// </summary>
/// <param name="Set">The preset that has the entry. Where it is not the topmost, no layer above it says anything on the key, as in another region.</param>
/// <param name="Key">The entry's key.</param>
/// <param name="Ends">How the story ends.</param>
/// <param name="Tell">Tells it under a rule set.</param>
internal sealed record Witness(string Set, string Key, string Ends, Func<World, string> Tell)
{
    /// <summary>The entry's level; null where it is for every level, and the story is told of a district.</summary>
    public CongressLevel? Level { get; init; }

    /// <summary>The version, by its first day; null where the preset has only one.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Of a value that is a word: the other words that it could be.</summary>
    public ValueList<string> Or { get; init; }

    /// <summary>That nothing else is done than the preset says: a set with another value is refused on loading.</summary>
    public bool Only { get; init; }

    /// <summary>Whether this is the witness of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public bool Is(RuleEntry entry) => (entry.Ref.Set, entry.Key, entry.Level) == (Set, Key, Level) && (From is null || From == entry.Ref.From);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Set}: {Key}{(Level is { } level ? $" ({level})" : "")}{From?.ToString("' from 'uuuu-MM-dd", CultureInfo.InvariantCulture)}");
}
