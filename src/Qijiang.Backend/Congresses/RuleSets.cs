using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Congresses;

/// <summary>
/// The rules that a congress works under: its preset, and its own layer on top. A new layer is taken where it is sound: it
/// reads without a fault, takes no version away and leaves no value missing that a capability needs. Else what held before stays
/// in force, and the faults are logged and shown.
/// </summary>
public sealed class RuleSets(OwnRules own, IClock clock, ILogger<RuleSets> log)
{
    private readonly ConcurrentDictionary<CongressId, RulesInForce> _inForce = new();

    /// <summary>The rules of this congress, as they were when it was found last.</summary>
    /// <exception cref="InvalidOperationException">The congress was not found through <see cref="CongressDirectory"/>.</exception>
    public RuleSet Of(Congress.Established congress) => _inForce.TryGetValue(congress.Id, out var known)
        ? known.Rules
        : throw new InvalidOperationException($"The rules of {congress.Id} were not looked at");

    /// <summary>Looks at what there is now, and takes what is new and sound.</summary>
    internal async Task<RulesInForce> LookAsync(Congress.Established congress, CancellationToken cancel)
    {
        while (true)
        {
            var known = _inForce.GetValueOrDefault(congress.Id);
            var taken = await own.TakenAsync(congress.Id, cancel);
            var (offered, unread) = await OfferedAsync(congress.Id, cancel);
            if (known is not null && known.Preset == congress.RuleSet && known.Taken == taken?.Layer && known.Offered == offered && unread is null) return known;

            var preset = RuleSet.Preset(congress.RuleSet);
            var before = taken is null ? preset : preset.With(taken.Layer);
            var (rules, faults) = unread is not null ? (before, [unread])
                : offered is not null && offered != taken?.Layer ? Judge(congress, preset, before, offered)
                : (before, Silent(congress, before, taken, offered));
            if (rules != before && !await own.TakeAsync(congress.Id, offered!, taken, cancel)) continue;

            if (!faults.IsEmpty && !(known?.Faults ?? []).SequenceEqual(faults))
                log.LogError("The rules of {Congress} have faults; what held before stays in force: {Faults}", congress.Id, string.Join("; ", faults));
            return _inForce[congress.Id] = new(congress.RuleSet, rules != before ? offered : taken?.Layer, offered, rules, faults);
        }
    }

    private async Task<(RuleLayer? Layer, DataFinding? Unread)> OfferedAsync(CongressId congress, CancellationToken cancel)
    {
        try
        {
            return (await own.OfferedAsync(congress, cancel), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new(OwnRules.FileOf(congress), null, null, $"can't be read: {e.GetType().Name}"));
        }
    }

    private (RuleSet Rules, ImmutableArray<DataFinding> Faults) Judge(Congress.Established congress, RuleSet preset, RuleSet before, RuleLayer offered)
    {
        try
        {
            var rules = preset.With(offered);
            ImmutableArray<DataFinding> faults =
            [
                .. rules.Sets[^1] == congress.Id.Value ? Array.Empty<DataFinding>() : [new(offered.File, null, "set", $"has to be the congress's id, '{congress.Id}'")],
                .. rules.LostSince(before),
                .. Lacking(congress, rules),
            ];
            return faults.IsEmpty ? (rules, []) : (before, faults);
        }
        catch (RuleSetException e)
        {
            return (before, e.Findings);
        }
    }

    // Nothing new is offered: what is in force may be incomplete all the same, or have lost its file.
    private ImmutableArray<DataFinding> Silent(Congress.Established congress, RuleSet rules, OwnRules.Taken? taken, RuleLayer? offered) => taken is not null && offered is null && own.HasFolder
        ? [new(taken.Layer.File, null, null, "is gone; what it said stays in force, a set takes nothing away"), .. Lacking(congress, rules)]
        : Lacking(congress, rules);

    private ImmutableArray<DataFinding> Lacking(Congress.Established congress, RuleSet rules) => rules.Lacking(RuleKeys.All, congress.Level, ChinaDate.Of(clock.GetCurrentInstant()));
}
