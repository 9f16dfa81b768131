namespace Qijiang.Core.Law;

/// <summary>A text that rules cite by a short name.</summary>
/// <param name="Law">The short name, as citations have it: <c>代表法-2025</c>.</param>
/// <param name="Title">Its title in full.</param>
/// <param name="Version">Which version was read: the day of its adoption or amendment, or the year alone; null where neither was read.</param>
public sealed record LegalText(string Law, Bilingual Title, string? Version);
