using System.Collections.Frozen;
using System.Collections.Immutable;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>
/// Which reminders are sent for which kind of obligation, to whom and when, as data. Of a congress's own what its file says, of
/// everything else what comes with this library.
/// </summary>
public sealed class ReminderPolicy
{
    // With the steps that come by a rule; what is asked for are those that have a day.
    private readonly FrozenDictionary<ObligationKind, ValueList<ReminderStep>> _all;
    private readonly FrozenDictionary<ObligationKind, ValueList<ReminderStep>> _steps;

    internal ReminderPolicy(IReadOnlyDictionary<ObligationKind, ValueList<ReminderStep>> steps)
    {
        _all = steps.ToFrozenDictionary();
        _steps = steps.ToFrozenDictionary(kind => kind.Key, kind => kind.Value.Where(step => step.Before is null).ToValueList());
    }

    /// <summary>The policy that comes with this library: no tiers, nothing to approve, office hours from nine to six.</summary>
    public static ReminderPolicy Default { get; } = ReadDefault();

    /// <summary>The tiers of supervision, in their order; none where the policy escalates to nobody in particular.</summary>
    public ValueList<SupervisionTier> Tiers { get; internal init; }

    /// <summary>Which bodies are meant where a congress has several of a kind.</summary>
    public ValueList<StandingFor> Bodies { get; internal init; }

    /// <summary>When reminders go out; null: at any time of any day.</summary>
    public OfficeHours? Hours { get; internal init; }

    /// <summary>Who gets one message a day with all reminders in it.</summary>
    public ValueList<Audience> Digest { get; internal init; }

    /// <summary>Whom a congress's own file names, and where.</summary>
    internal ValueList<Named> Naming { get; init; }

    internal IReadOnlyDictionary<ObligationKind, ValueList<ReminderStep>> Steps => _all;

    /// <summary>The steps for a kind; none where the policy has none. Those that come by a rule are among them only in what <see cref="Under"/> gives.</summary>
    /// <param name="kind">The kind.</param>
    public ValueList<ReminderStep> For(ObligationKind kind) => _steps.GetValueOrDefault(kind);

    /// <summary>This policy with the days of the steps that come by a rule (SUG-49). A step whose rule the congress does not have is left out.</summary>
    /// <param name="rules">The congress's rules.</param>
    public ReminderPolicy Under(ReminderRules rules) => new(_all.ToDictionary(kind => kind.Key, kind => kind.Value.Select(step => ByRule(step, rules)).OfType<ReminderStep>().ToValueList()))
    {
        Tiers = Tiers,
        Bodies = Bodies,
        Hours = Hours,
        Digest = Digest,
        Naming = Naming,
    };

    /// <summary>Which body is told as what; null where it is a party of the obligation, or the register has no such body.</summary>
    /// <param name="who">As what.</param>
    /// <param name="agency">The agency whose matter it is; null where it is none's.</param>
    /// <param name="congress">The congress, with its bodies.</param>
    public BodyId? BodyOf(Audience who, BodyId? agency, Congress.Established congress)
    {
        var named = Bodies.Where(body => body.Who == who).ToList();
        var chosen = named.Find(body => agency is { } a && body.Follows.Contains(a)) ?? named.Find(body => body.Follows.Count == 0);
        return chosen?.Body ?? congress.Bodies.FirstOrDefault(body => who.Kinds.Contains(body.Kind))?.Id;
    }

    /// <summary>Whom this policy's own file names and the congress's register does not have, each by name; none: it can be used.</summary>
    /// <param name="congress">The congress, with its bodies.</param>
    /// <param name="file">How the findings name the file.</param>
    public ImmutableArray<DataFinding> LackedBy(Congress.Established congress, string file) => new PolicyFit(this, file, congress).Findings();

    /// <summary>
    /// Reads a congress's own policy over the one of this library. <c>steps</c> by kind: a kind that is given replaces all of its steps, an empty
    /// list silences it, one that is not given stays as it is. Each has <c>key</c>, <c>offset</c> and <c>unit</c>, or the rule <c>before</c> in their
    /// place, <c>tell</c> and, where it has them, <c>every</c>, <c>tier</c>, <c>needsApproval</c>. <c>tiers</c> have <c>key</c>, <c>name</c> (zh, en) and
    /// <c>owner</c>; <c>bodies</c> say who a <c>Committee</c> or <c>LocalCongress</c> is; <c>officeHours</c> have <c>from</c> and <c>until</c>, null: at any
    /// hour of any day; <c>digest</c> is a list of who gets one message a day.
    /// </summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">How the findings name the file.</param>
    /// <exception cref="ReminderPolicyException">Something is wrong; it names all of it by kind, step and field.</exception>
    public static ReminderPolicy Read(string json, string file = "policy")
    {
        var findings = new List<DataFinding>();
        var policy = new ReminderPolicyReader(file, findings).Read(json, Default);
        return findings is [] ? policy! : throw new ReminderPolicyException([.. findings]);
    }

    private static ReminderStep? ByRule(ReminderStep step, ReminderRules rules) => step.Before is not { } key ? step
        : rules.Before(key) is { Value: var limit } ? step with { Offset = -limit.Count, Unit = limit.Unit, Before = null }
        : null;

    private static ReminderPolicy ReadDefault()
    {
        using var text = new StreamReader(typeof(ReminderPolicy).Assembly.GetManifestResourceStream("Qijiang.Core.Obligations.policies.default.json")!);
        var findings = new List<DataFinding>();
        var policy = new ReminderPolicyReader("default.json", findings).Read(text.ReadToEnd(), null);
        return findings is [] ? policy! : throw new ReminderPolicyException([.. findings]);
    }

    /// <summary>Somebody whom a file names.</summary>
    /// <param name="Entry">The entry: a tier, a step; null for the file as a whole.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Who">Who.</param>
    internal sealed record Named(string? Entry, string Field, Audience Who);
}
