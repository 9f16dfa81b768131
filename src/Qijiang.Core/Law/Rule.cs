namespace Qijiang.Core.Law;

/// <summary>
/// One value of the law, with the article behind it: <c>suggestion.replyWithin</c> in Chongqing is 3 months, by
/// rule SUG-20 of the set <c>chongqing</c> as it holds from 2018, read in article 21 of CQ建议条例-2017.
/// Keep <paramref name="Ref"/> with whatever you decide by the value, so that it can be explained later.
/// </summary>
/// <typeparam name="T">The type of the value: a period, a number, a choice.</typeparam>
/// <param name="Ref">Which version of which rule.</param>
/// <param name="Source">The article it comes from.</param>
/// <param name="Value">The value.</param>
public sealed record Rule<T>(RuleRef Ref, Citation Source, T Value);
