using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Qijiang.Core.Law;

/// <summary>
/// Rules that this library follows in one way only: their value is not asked for, since nothing else is done. A set that says something
/// else is refused on loading; it would otherwise be obeyed by nobody. Where the value is a choice of one, its type says the same.
/// </summary>
internal static class FixedRules
{
    private static readonly RuleValue _yes = new RuleValue.Flag(true);

    private static readonly FrozenDictionary<string, RuleValue> _values = new Dictionary<string, RuleValue>
    {
        ["deputy.confirmedBeforeActing"] = _yes,
        ["deputy.suspendedMayNotAct"] = _yes,
        ["deputy.forwardsOnly"] = _yes,
        ["suggestion.coSignersConfirm"] = _yes,
        ["suggestion.mergeTellsDeputies"] = _yes,
        ["suggestion.division"] = new RuleValue.Word("LeadWithCoHandlersOrSeparate"),
        ["suggestion.lateReplyNeedsExplanation"] = _yes,
        ["suggestion.delegationEvaluator"] = new RuleValue.Word("GroupConvenor"),
        ["suggestion.evaluations"] = new RuleValue.Number(2),
        ["suggestion.deliveryDissatisfiedGoesTo"] = new RuleValue.Word("Meeting"),
        ["citizen.kindSettledByPerson"] = _yes,
        ["citizen.wrongdoingSealed"] = _yes,
        ["ballot.blankCountsAs"] = new RuleValue.Word("Abstain"),
        ["calendar.dayEndsAt"] = new RuleValue.Word("24:00"),
    }.ToFrozenDictionary();

    /// <summary>What a file says otherwise than is done.</summary>
    /// <param name="file">The file.</param>
    /// <param name="entries">Its entries.</param>
    public static IEnumerable<DataFinding> Check(string file, ImmutableArray<RuleEntry> entries) => entries
        .Where(entry => _values.TryGetValue(entry.Key, out var only) && entry.Value.Shape == only.Shape && entry.Value != only)
        .Select(entry => new DataFinding(file, entry.Name, "value", $"is {Said(entry.Value)}, but nothing else than {Said(_values[entry.Key])} is done"));

    private static string Said(RuleValue value) => value switch
    {
        RuleValue.Flag { Value: var flag } => flag ? "true" : "false",
        RuleValue.Number { Value: var number } => $"{number}",
        RuleValue.Word { Value: var word } => $"'{word}'",
        _ => value.Shape,
    };
}
