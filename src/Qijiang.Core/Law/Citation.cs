namespace Qijiang.Core.Law;

/// <summary>Where a rule comes from.</summary>
/// <param name="Law">
/// The text, by its short name, with its year where versions differ: <c>代表法-2025</c>, the Deputies Law as amended in 2025;
/// <c>CQ建议条例-2017</c>, Chongqing's regulation on deputies' suggestions of 2017.
/// </param>
/// <param name="Article">The article or item; null where the whole text is meant.</param>
public sealed record Citation(string Law, string? Article);
