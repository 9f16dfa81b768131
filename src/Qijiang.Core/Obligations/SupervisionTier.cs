using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>
/// A named tier of supervised follow-up (督办层级) with its owner. The text read on Qijiang names three tiers (三级督办) and defines
/// none (SUG-42), so tiers, their number and their owners are the policy's.
/// </summary>
/// <param name="Key">By which steps name it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Owner">Who takes the matter up at this tier, and is told.</param>
public sealed record SupervisionTier(string Key, Bilingual Name, Audience Owner);
