using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>One version of one value in a rule set's file, with all that the file says about it.</summary>
/// <param name="Key">What is regulated: <c>suggestion.replyWithin</c>.</param>
/// <param name="Ref">Its name: id, set and the date from which it holds.</param>
/// <param name="Level">The level of congress it holds for; null for every level.</param>
/// <param name="Until">The first day on which it no longer holds; where the file has none, the day of the next version; null while no end is known.</param>
/// <param name="Title">What it says, in a line.</param>
/// <param name="Source">The law and article.</param>
/// <param name="Value">The value.</param>
/// <param name="Confidence">How well it is founded.</param>
/// <param name="PlannedFor">The capability that will need it; null where the rule is active.</param>
/// <param name="Note">What else a reader should know; null where nothing is to be said.</param>
/// <param name="Open">What the sources leave open and somebody has to be asked; null where nothing is.</param>
public sealed record RuleEntry(
    string Key, RuleRef Ref, CongressLevel? Level, LocalDate? Until, Bilingual Title, Citation Source, RuleValue Value, Confidence Confidence,
    Capability? PlannedFor, string? Note, string? Open)
    : CatalogueEntry(Ref, Level, Until, Title, Source, Confidence, PlannedFor, Note, Open)
{
    /// <summary>Whether it holds for this level on this day.</summary>
    /// <param name="level">The level asked for.</param>
    /// <param name="on">The day asked for.</param>
    public bool Holds(CongressLevel level, LocalDate on) => IsFor(level) && Ref.From <= on && (Until is null || on < Until);

    /// <inheritdoc/>
    internal override string Name => $"{Key} {base.Name}";
}
