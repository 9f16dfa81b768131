namespace Qijiang.Core.Law;

/// <summary>An entry as its file has it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Known">Whether it says nothing of its status: it is a version of a rule that a set below has.</param>
internal sealed record ReadEntry(CatalogueEntry Entry, bool Known);
