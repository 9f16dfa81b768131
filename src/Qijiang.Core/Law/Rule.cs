namespace Qijiang.Core.Law;

/// <summary>One value of the law, with the article behind it.</summary>
/// <typeparam name="T">The type of the value: a period, a number, a choice.</typeparam>
/// <param name="Ref">Which version of which rule.</param>
/// <param name="Source">The article it comes from.</param>
/// <param name="Value">The value.</param>
public sealed record Rule<T>(RuleRef Ref, Citation Source, T Value);
