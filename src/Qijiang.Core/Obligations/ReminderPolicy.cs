using System.Collections.Frozen;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>Which reminders are sent for which kind of obligation, to whom and when, as data.</summary>
public sealed class ReminderPolicy
{
    private readonly FrozenDictionary<ObligationKind, ValueList<ReminderStep>> _steps;

    internal ReminderPolicy(IEnumerable<KeyValuePair<ObligationKind, ValueList<ReminderStep>>> steps, ValueList<SupervisionTier> tiers, OfficeHours? hours, ValueList<Audience> digest)
    {
        _steps = steps.ToFrozenDictionary();
        (Tiers, Hours, Digest) = (tiers, hours, digest);
    }

    /// <summary>The policy that comes with this library (SUG-49): no tiers, nothing to approve, office hours from nine to six.</summary>
    public static ReminderPolicy Default { get; } = ReadDefault();

    /// <summary>The tiers of supervision, in their order; none where the policy escalates to nobody in particular.</summary>
    public ValueList<SupervisionTier> Tiers { get; }

    /// <summary>When reminders go out; null: at any time of any day.</summary>
    public OfficeHours? Hours { get; }

    /// <summary>Who gets one message a day with all reminders in it.</summary>
    public ValueList<Audience> Digest { get; }

    /// <summary>The steps for a kind; none where the policy has none.</summary>
    /// <param name="kind">The kind.</param>
    public ValueList<ReminderStep> For(ObligationKind kind) => _steps.GetValueOrDefault(kind);

    /// <summary>
    /// Reads a policy: <c>steps</c> by kind, each with <c>key</c>, <c>offset</c>, <c>unit</c>, <c>tell</c> and, where it has them,
    /// <c>every</c>, <c>tier</c>, <c>needsApproval</c>; <c>tiers</c> with <c>key</c>, <c>name</c> (zh, en) and <c>owner</c>;
    /// <c>officeHours</c> with <c>from</c> and <c>until</c>; <c>digest</c>, a list of who gets one message a day.
    /// </summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">How the findings name the file.</param>
    /// <exception cref="ReminderPolicyException">Something is wrong; it names all of it by kind, step and field.</exception>
    public static ReminderPolicy Read(string json, string file = "policy")
    {
        var findings = new List<DataFinding>();
        var policy = new ReminderPolicyReader(file, findings).Read(json);
        return findings is [] ? policy! : throw new ReminderPolicyException([.. findings]);
    }

    private static ReminderPolicy ReadDefault()
    {
        using var text = new StreamReader(typeof(ReminderPolicy).Assembly.GetManifestResourceStream("Qijiang.Core.Obligations.policies.default.json")!);
        return Read(text.ReadToEnd(), "default.json");
    }
}
