using System.Collections.Immutable;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Congresses;

/// <summary>What a congress works under, and what is wrong with what it was offered.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Taken">Its own layer; null where it has none.</param>
/// <param name="Offered">What its file said when it was looked at; null where there was none.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Faults">Why what is offered is not taken, or what is missing.</param>
internal sealed record RulesInForce(string Preset, RuleLayer? Taken, RuleLayer? Offered, RuleSet Rules, ImmutableArray<DataFinding> Faults);
