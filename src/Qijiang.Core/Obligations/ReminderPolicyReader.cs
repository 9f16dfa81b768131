using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>Reads a reminder policy and notes everything that is wrong in it.</summary>
internal sealed class ReminderPolicyReader(string file, List<DataFinding> findings) : DataFileReader(file, findings)
{
    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private ValueList<SupervisionTier> tiers;

    public ReminderPolicy? Read(string json) => Read(json, ReadFile, null);

    private ReminderPolicy? ReadFile(JsonElement file)
    {
        if (!IsObject(file, null)) return null;
        NameUnknown(file, ["tiers", "officeHours", "digest", "steps"]);
        tiers = file.TryGetProperty("tiers", out var named) ? ReadTiers(named) : [];
        Entry = null;
        var hours = file.TryGetProperty("officeHours", out var given) ? Hours(given) : null;
        var digest = file.TryGetProperty("digest", out var bundled) ? Audiences(bundled, "digest") : [];
        if (!file.TryGetProperty("steps", out var kinds)) Missing<object>("steps");
        else if (IsObject(kinds, "steps")) return new([.. kinds.EnumerateObject().Select(ReadKind).OfType<KeyValuePair<ObligationKind, ValueList<ReminderStep>>>()], tiers, hours, digest);
        return null;
    }

    private ValueList<SupervisionTier> ReadTiers(JsonElement list)
    {
        if (!IsList(list, "tiers")) return [];
        var read = list.EnumerateArray().Select(ReadTier).OfType<SupervisionTier>().ToValueList();
        Entry = null;
        if (read.DistinctBy(tier => tier.Key).Count() < read.Count) Note("tiers", "two tiers have the same key");
        return read;
    }

    private SupervisionTier? ReadTier(JsonElement tier, int index)
    {
        Entry = $"tiers[{index}]";
        if (!IsObject(tier, null)) return null;
        Entry = $"tier {Peek(tier, "key") ?? $"[{index}]"}";
        NameUnknown(tier, ["key", "name", "owner"]);
        var key = Text(tier, "key");
        var name = tier.TryGetProperty("name", out var names) ? Both(names, "name") : Missing<Bilingual>("name");
        var owner = Choice<Audience>(tier, "owner", "owner");
        return key is null || name is null || owner is null ? null : new(key, name, owner.Value);
    }

    private OfficeHours? Hours(JsonElement given)
    {
        if (!IsObject(given, "officeHours")) return null;
        NameUnknown(given, ["from", "until"], "officeHours.");
        if (Time(given, "from") is not { } from || Time(given, "until") is not { } until) return null;
        if (until > from) return new(from, until);
        Note("officeHours.until", "is not after 'from'");
        return null;
    }

    private LocalTime? Time(JsonElement of, string name)
    {
        if (Text(of, name, $"officeHours.{name}") is not { } text) return null;
        if (_time.Parse(text) is { Success: true } time) return time.Value;
        Note($"officeHours.{name}", $"'{text}' is no time such as 09:00");
        return null;
    }

    private KeyValuePair<ObligationKind, ValueList<ReminderStep>>? ReadKind(JsonProperty kind)
    {
        Entry = kind.Name;
        var known = Enum.GetNames<ObligationKind>().Contains(kind.Name);
        if (!known) Note(null, $"is none of {string.Join(", ", Enum.GetNames<ObligationKind>())}");
        if (!IsList(kind.Value, null)) return null;
        var steps = kind.Value.EnumerateArray().Select((step, index) => ReadStep(step, kind.Name, index)).OfType<ReminderStep>().ToValueList();
        Entry = kind.Name;
        if (steps.DistinctBy(step => step.Key).Count() < steps.Count) Note(null, "two steps have the same key");
        return known ? new(Enum.Parse<ObligationKind>(kind.Name), steps) : null;
    }

    private ReminderStep? ReadStep(JsonElement step, string kind, int index)
    {
        Entry = $"{kind}[{index}]";
        if (!IsObject(step, null)) return null;
        Entry = $"{kind}, {Peek(step, "key") ?? $"[{index}]"}";
        NameUnknown(step, ["key", "offset", "unit", "tell", "every", "tier", "needsApproval"]);
        var (key, offset, unit) = (Text(step, "key"), Offset(step), Choice<LimitUnit>(step, "unit", "unit"));
        var tell = step.TryGetProperty("tell", out var told) ? Audiences(told, "tell") : [];
        var every = step.TryGetProperty("every", out _) ? Number(step, "every", "every") : null;
        var tier = step.TryGetProperty("tier", out _) ? Tier(step) : null;
        var approved = step.TryGetProperty("needsApproval", out var waiting) ? Audiences(waiting, "needsApproval") : [];
        if (key is null || offset is not { } days || unit is not { } counted) return null;
        var read = new ReminderStep(key, days, counted, tell, every, tier, approved);
        Check(read, kind);
        return read;
    }

    private void Check(ReminderStep step, string kind)
    {
        // ':' stands before the number of a repetition.
        if (!TextId.IsWellFormed(step.Key) || step.Key.Contains(':', StringComparison.Ordinal)) Note("key", "is of letters, digits, '-', '_' and '.'");
        if (step.Unit is LimitUnit.Months) Note("unit", "reminders are counted in days or working days");
        if (step.Every is { } every && (every < 1 || step.Offset < 1)) Note("every", "only what comes after the last day is repeated, every one or more days");
        if (step.Offset < 1 && kind == nameof(ObligationKind.OverdueExplanation)) Note("offset", "is owed only once the last day has passed: 1 or more");
        if (step.Recipients.Count == 0) Note("tell", "nobody is told");
        foreach (var who in step.NeedsApproval.Except(step.Recipients)) Note("needsApproval", $"'{who}' is not told by this step");
    }

    private int? Offset(JsonElement step)
    {
        if (step.TryGetProperty("offset", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && Math.Abs(number) <= 3660) return number;
        Note("offset", "a whole number of days is expected, negative before the last day");
        return null;
    }

    private SupervisionTier? Tier(JsonElement step)
    {
        if (Text(step, "tier") is not { } key) return null;
        if (tiers.FirstOrDefault(tier => tier.Key == key) is { } found) return found;
        Note("tier", $"'{key}' is none of the policy's tiers");
        return null;
    }

    private ValueList<Audience> Audiences(JsonElement list, string field)
    {
        var words = Texts(list, field);
        foreach (var word in words.Except(Enum.GetNames<Audience>())) Note(field, $"'{word}' is none of {string.Join(", ", Enum.GetNames<Audience>())}");
        if (words.Distinct().Count() < words.Length) Note(field, "somebody is named twice");
        return words.Intersect(Enum.GetNames<Audience>()).Select(Enum.Parse<Audience>).ToValueList();
    }

    private bool IsList(JsonElement element, string? field)
    {
        if (element.ValueKind == JsonValueKind.Array) return true;
        Note(field, "a list is expected");
        return false;
    }
}
