using System.Collections.Frozen;
using System.Text.Json;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Obligations;

/// <summary>Which reminders are sent for which kind of obligation, as data.</summary>
public sealed class ReminderPolicy
{
    private readonly FrozenDictionary<ObligationKind, ValueList<ReminderStep>> _steps;

    private ReminderPolicy(Dictionary<ObligationKind, ValueList<ReminderStep>> steps) => _steps = steps.ToFrozenDictionary();

    /// <summary>The policy that comes with this library (SUG-49).</summary>
    public static ReminderPolicy Default { get; } = ReadDefault();

    /// <summary>The steps for a kind; none where the policy has none.</summary>
    /// <param name="kind">The kind.</param>
    public ValueList<ReminderStep> For(ObligationKind kind) => _steps.GetValueOrDefault(kind);

    /// <summary>Reads a policy: by kind, steps with <c>key</c>, <c>offset</c>, <c>unit</c>, <c>tell</c> and, for repetition after the last day, <c>every</c>.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="FormatException">Something is wrong; the message names kind and step.</exception>
    public static ReminderPolicy Read(string json)
    {
        using var file = JsonDocument.Parse(json);
        return new(file.RootElement.EnumerateObject().ToDictionary(kind => Named<ObligationKind>(kind.Name, kind.Name), Steps));
    }

    private static ReminderPolicy ReadDefault()
    {
        using var text = new StreamReader(typeof(ReminderPolicy).Assembly.GetManifestResourceStream("Qijiang.Core.Obligations.policies.default.json")!);
        return Read(text.ReadToEnd());
    }

    private static ValueList<ReminderStep> Steps(JsonProperty kind)
    {
        var steps = kind.Value.EnumerateArray().Select(step => Step(step, kind.Name)).ToValueList();
        return steps.Select(s => s.Key).Distinct().Count() == steps.Count ? steps : throw new FormatException($"{kind.Name}: two steps have the same key.");
    }

    private static ReminderStep Step(JsonElement step, string kind)
    {
        var key = step.GetProperty("key").GetString()!;
        var where = $"{kind}, {key}";
        if (!TextId.IsWellFormed(key) || key.Contains(':', StringComparison.Ordinal)) throw new FormatException($"{where}: a key is of letters, digits, '-', '_' and '.'.");
        var unit = Named<LimitUnit>(step.GetProperty("unit").GetString()!, where);
        var every = step.TryGetProperty("every", out var number) ? number.GetInt32() : (int?)null;
        var offset = step.GetProperty("offset").GetInt32();
        if (unit is LimitUnit.Months) throw new FormatException($"{where}: reminders are counted in days or working days.");
        if (every is < 1 || (every is not null && offset < 1)) throw new FormatException($"{where}: only what comes after the last day is repeated, every one or more days.");
        return new(key, offset, unit, step.GetProperty("tell").EnumerateArray().Select(who => Named<Audience>(who.GetString()!, where)).ToValueList(), every);
    }

    private static T Named<T>(string word, string where) where T : struct, Enum =>
        Array.IndexOf(Enum.GetNames<T>(), word) >= 0 ? Enum.Parse<T>(word) : throw new FormatException($"{where}: '{word}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
}
