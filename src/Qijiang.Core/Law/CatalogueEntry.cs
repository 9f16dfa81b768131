using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>One version of one rule in a rule set's file: a <see cref="RuleEntry"/> with its value, or a <see cref="NormEntry"/> that has none.</summary>
/// <param name="Ref">Its name: id, set and the date from which it holds.</param>
/// <param name="Level">The level of congress it holds for; null for every level.</param>
/// <param name="Until">The first day on which it no longer holds; where the file has none, the day of the next version; null while no end is known.</param>
/// <param name="Title">What it says, in a line.</param>
/// <param name="Source">The law and article.</param>
/// <param name="Confidence">How well it is founded.</param>
/// <param name="PlannedFor">The capability that will need it; null where the rule is active: code that is there reads its value or holds to it.</param>
/// <param name="Note">What else a reader should know; null where nothing is to be said.</param>
/// <param name="Open">What the sources leave open and somebody has to be asked; null where nothing is.</param>
public abstract record CatalogueEntry(
    RuleRef Ref, CongressLevel? Level, LocalDate? Until, Bilingual Title, Citation Source, Confidence Confidence, Capability? PlannedFor, string? Note, string? Open)
{
    /// <summary>Whether it is for this level, whatever the day.</summary>
    /// <param name="level">The level asked for.</param>
    public bool IsFor(CongressLevel level) => Level is null || Level == level;

    /// <summary>What messages call it.</summary>
    internal virtual string Name => $"{Ref.Id}{(Level is { } level ? $" ({level})" : "")} from {Ref.From:uuuu-MM-dd}";
}
