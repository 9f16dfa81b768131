using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>Reads a reminder policy and notes everything that is wrong in it.</summary>
internal sealed class ReminderPolicyReader(string file, List<DataFinding> findings) : DataFileReader(file, findings)
{
    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private readonly List<ReminderPolicy.Named> naming = [];
    private ValueList<SupervisionTier> tiers;

    /// <summary>Reads a file over the policy below it.</summary>
    public ReminderPolicy? Read(string json, ReminderPolicy? below) => Read(json, file => ReadFile(file, below), null);

    private ReminderPolicy? ReadFile(JsonElement file, ReminderPolicy? below)
    {
        if (!IsObject(file, null)) return null;
        NameUnknown(file, ["tiers", "bodies", "officeHours", "digest", "steps"]);
        tiers = file.TryGetProperty("tiers", out var named) ? ReadTiers(named) : [];
        Entry = null;
        var bodies = file.TryGetProperty("bodies", out var meant) ? ReadBodies(meant) : [];
        var hours = file.TryGetProperty("officeHours", out var given) ? Hours(given) : below?.Hours;
        var digest = file.TryGetProperty("digest", out var bundled) ? Audiences(bundled, "digest") : [];
        var steps = below?.Steps.ToDictionary() ?? [];
        if (file.TryGetProperty("steps", out var kinds) && IsObject(kinds, "steps"))
            foreach (var kind in kinds.EnumerateObject())
                if (ReadKind(kind) is var (of, read)) steps[of] = read;
        // The library's own file names nobody in particular.
        return new(steps) { Tiers = tiers, Bodies = bodies, Hours = hours, Digest = digest, Naming = below is null ? [] : naming.ToValueList() };
    }

    private ValueList<StandingFor> ReadBodies(JsonElement kinds)
    {
        if (!IsObject(kinds, "bodies")) return [];
        var read = kinds.EnumerateObject().SelectMany(ReadBodies).ToValueList();
        Entry = null;
        return read;
    }

    private IEnumerable<StandingFor> ReadBodies(JsonProperty kind)
    {
        Entry = $"bodies, {kind.Name}";
        if (!Enum.GetNames<Audience>().Contains(kind.Name) || Enum.Parse<Audience>(kind.Name) is not { IsOneOfSeveral: true } who)
        {
            Note(null, $"is none of {Audience.Committee}, {Audience.LocalCongress}");
            return [];
        }

        if (!IsList(kind.Value, null)) return [];
        var read = kind.Value.EnumerateArray().Select(body => ReadBody(body, who)).OfType<StandingFor>().ToList();
        if (read.Count(body => body.Follows.Count == 0) != 1) Note(null, "one body without 'follows' is expected, for every agency that no other follows");
        if (read.SelectMany(body => body.Follows).GroupBy(agency => agency).Where(agency => agency.Count() > 1).Select(agency => agency.Key).ToList() is [var twice, ..])
            Note("follows", $"'{twice}' is followed by two");
        return read;
    }

    private StandingFor? ReadBody(JsonElement body, Audience who)
    {
        if (!IsObject(body, null)) return null;
        NameUnknown(body, ["body", "follows"]);
        var id = Id(Text(body, "body"), "body");
        var follows = body.TryGetProperty("follows", out var agencies) ? Texts(agencies, "follows").Select(agency => Id(agency, "follows")).OfType<BodyId>().ToValueList() : [];
        return id is { } named ? new(who, named, follows) : null;
    }

    private BodyId? Id(string? text, string field)
    {
        if (text is null) return null;
        if (BodyId.TryParse(text, out var id)) return id;
        Note(field, $"'{text}' is no id");
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
        if (owner is { } who) naming.Add(new(Entry, "owner", who));
        return key is null || name is null || owner is null ? null : new(key, name, owner.Value);
    }

    private OfficeHours? Hours(JsonElement given)
    {
        if (given.ValueKind is JsonValueKind.Null || !IsObject(given, "officeHours")) return null;
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

    private (ObligationKind Kind, ValueList<ReminderStep> Steps)? ReadKind(JsonProperty kind)
    {
        Entry = kind.Name;
        var known = Enum.GetNames<ObligationKind>().Contains(kind.Name);
        if (!known) Note(null, $"is none of {string.Join(", ", Enum.GetNames<ObligationKind>())}");
        if (!IsList(kind.Value, null)) return null;
        var steps = kind.Value.EnumerateArray().Select((step, index) => ReadStep(step, kind.Name, index)).OfType<ReminderStep>().ToValueList();
        Entry = kind.Name;
        if (steps.DistinctBy(step => step.Key).Count() < steps.Count) Note(null, "two steps have the same key");
        return known ? (Enum.Parse<ObligationKind>(kind.Name), steps) : null;
    }

    private ReminderStep? ReadStep(JsonElement step, string kind, int index)
    {
        Entry = $"{kind}[{index}]";
        if (!IsObject(step, null)) return null;
        Entry = $"{kind}, {Peek(step, "key") ?? $"[{index}]"}";
        var before = step.TryGetProperty("before", out _) ? Before(step) : null;
        NameUnknown(step, ["key", .. before is null ? (string[])["offset", "unit"] : [], "before", "tell", "every", "tier", "needsApproval"]);
        var key = Text(step, "key");
        // Its rule says when it comes.
        var (offset, unit) = step.TryGetProperty("before", out _) ? (-1, LimitUnit.Days) : (Offset(step), Choice<LimitUnit>(step, "unit", "unit"));
        var tell = step.TryGetProperty("tell", out var told) ? Audiences(told, "tell") : [];
        var every = step.TryGetProperty("every", out _) ? Number(step, "every", "every") : null;
        var tier = step.TryGetProperty("tier", out _) ? Tier(step) : null;
        var approved = step.TryGetProperty("needsApproval", out var waiting) ? Audiences(waiting, "needsApproval") : [];
        if (key is null || offset is not { } days || unit is not { } counted) return null;
        var read = new ReminderStep(key, days, counted, tell, every, tier, approved, before);
        Check(read, kind);
        return read;
    }

    private void Check(ReminderStep step, string kind)
    {
        // ':' stands before the number of a repetition.
        if (!TextId.IsWellFormed(step.Key) || step.Key.Contains(':', StringComparison.Ordinal)) Note("key", "is of letters, digits, '-', '_' and '.'");
        if (step.Key == ReminderPlan.Moved) Note("key", $"'{ReminderPlan.Moved}' is kept for the notice that a last day has moved");
        if (step.Unit is LimitUnit.Months) Note("unit", "reminders are counted in days or working days");
        if (step.Every is { } every && (every < 1 || step.Offset < 1)) Note("every", "only what comes after the last day is repeated, every one or more days");
        if (step.Offset < 1 && kind == nameof(ObligationKind.OverdueExplanation)) Note("offset", "is owed only once the last day has passed: 1 or more");
        if (step.Offset > 0 && kind == nameof(ObligationKind.Return)) Note("offset", "is over once the last day has passed: 0 or less");
        if (step.Recipients.Count == 0) Note("tell", "nobody is told");
        foreach (var who in step.NeedsApproval.Except(step.Recipients)) Note("needsApproval", $"'{who}' is not told by this step");
    }

    private string? Before(JsonElement step)
    {
        if (Text(step, "before") is not { } key) return null;
        if (ReminderRules.Keys.Any(known => known.Name == key)) return key;
        Note("before", $"'{key}' is none of {string.Join(", ", ReminderRules.Keys.Select(known => known.Name))}");
        return null;
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
        var read = words.Intersect(Enum.GetNames<Audience>()).Select(Enum.Parse<Audience>).ToValueList();
        naming.AddRange(read.Select(who => new ReminderPolicy.Named(Entry, field, who)));
        return read;
    }

    private bool IsList(JsonElement element, string? field)
    {
        if (element.ValueKind == JsonValueKind.Array) return true;
        Note(field, "a list is expected");
        return false;
    }
}
