using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using Qijiang.Core.Suggestions;
using Xunit;

namespace Qijiang.Core.Tests.Law;

/// <summary>The catalogue is whole, and says the truth about what is active.</summary>
public sealed class CatalogueTests
{
    private static readonly LocalDate _today = new(2026, 11, 24);
    private static readonly RuleSet _chongqing = RuleSet.Preset("chongqing");

    // Nobody asks for these: nothing else is done, and a set that says otherwise is refused on loading.
    private static readonly string[] _fixed =
    [
        "ballot.blankCountsAs", "calendar.dayEndsAt", "deputy.suspendedMayNotAct", "suggestion.delegationEvaluator", "suggestion.evaluations",
        "suggestion.lateReplyNeedsExplanation",
    ];

    public static TheoryData<string> Presets => [.. RuleSet.PresetNames];

    [Fact]
    public void Every_rule_of_the_dossier_is_in_the_catalogue_and_no_other() =>
        RuleSet.PresetNames.SelectMany(name => RuleSet.Preset(name).Catalogue).Select(entry => entry.Ref.Id).Distinct()
            .Should().BeEquivalentTo(Dossier());

    [Fact]
    public void Every_active_key_is_asked_for_and_every_key_asked_for_is_active() =>
        RuleSet.PresetNames.SelectMany(name => RuleSet.Preset(name).Entries).Where(entry => entry.PlannedFor is null).Select(entry => entry.Key).Distinct()
            .Should().BeEquivalentTo([.. RuleKeys.All.Select(key => key.Name), .. _fixed]);

    // Asked of a set in which every rule is called as its key is, a rule tells which key it was read with.
    [Theory]
    [InlineData(typeof(CountingRules))]
    [InlineData(typeof(MandateRules))]
    [InlineData(typeof(OpinionRules))]
    [InlineData(typeof(SuggestionRules))]
    [InlineData(typeof(LivelihoodProjectRules))]
    public void A_capability_asks_for_just_the_keys_and_types_that_it_names(Type rules)
    {
        var constructor = rules.GetConstructors().Single();
        object[] given = [NamedByKey(), CongressLevel.District, _today, WorkingCalendar.Official];
        var asked = constructor.Invoke(given[..constructor.GetParameters().Length]);

        rules.GetProperties().Where(property => property.PropertyType.Name == "Rule`1")
            .Select(property => (property.GetValue(asked)!.GetType().GetProperty("Ref")!.GetValue(property.GetValue(asked)) as RuleRef, property.PropertyType.GenericTypeArguments[0]))
            .Select(rule => (rule.Item1!.Id, rule.Item2))
            .Should().BeEquivalentTo(((IEnumerable<RuleKey>)rules.GetProperty("Keys")!.GetValue(null)!).Select(key => (key.Name, key.Type)));
    }

    [Fact]
    public void Whatever_has_keys_is_counted_in() =>
        typeof(RuleKeys).Assembly.GetExportedTypes().Select(type => type.GetProperty("Keys", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<IEnumerable<RuleKey>>()
            .SelectMany(keys => keys).Should().BeEquivalentTo(RuleKeys.All);

    [Theory]
    [InlineData(CongressLevel.District)]
    [InlineData(CongressLevel.Town)]
    public void A_congress_in_Chongqing_lacks_nothing(CongressLevel level)
    {
        _chongqing.Lacking(RuleKeys.All, level, _today).Should().BeEmpty();
        RuleSet.Preset("qijiang").Lacking(RuleKeys.All, level, _today).Should().BeEmpty();
    }

    [Fact]
    public void What_a_congress_elsewhere_has_to_add_is_named() =>
        RuleSet.Preset("shandong").Lacking(RuleKeys.All, CongressLevel.District, _today).Select(finding => finding.ToString())
            .Should().Contain("shandong.json: suggestion.contactWithin: value: is missing for level District on 2026-11-24 in national + shandong; Suggestions needs it")
            .And.NotContainMatch("*suggestion.assignWithin*");

    [Fact]
    public void A_value_that_ends_with_nothing_after_it_is_missing_from_that_day()
    {
        var rules = RuleSet.Load(new RuleLayer("own.json", """
            { "set": "own", "rules": [
              { "key": "own.days", "id": "A", "from": "2020-01-01", "until": "2027-01-01", "title": { "zh": "一", "en": "one" }, "source": { "law": "本级办法" }, "value": 1, "confidence": "T", "status": "active" },
              { "key": "own.days", "id": "A", "from": "2028-01-01", "title": { "zh": "二", "en": "two" }, "source": { "law": "本级办法" }, "value": 2, "confidence": "T", "status": "active" } ] }
            """));
        rules.Lacking([new RuleKey("own.days", typeof(int), Capability.Meetings)], CongressLevel.Town, _today).Select(finding => finding.ToString()).Should().Equal(
            "own.json: own.days: value: is missing for level Town on 2027-01-01 in own; Meetings needs it");
        rules.Lacking([new RuleKey("own.days", typeof(int), Capability.Meetings)], CongressLevel.Town, new(2028, 1, 1)).Should().BeEmpty();
    }

    [Fact]
    public void A_set_adds_versions_and_takes_none_away()
    {
        var before = Own("2026-01-01", 15);

        _chongqing.With(Layer(Version("2026-01-01", 15), Version("2027-01-01", 10))).LostSince(before).Should().BeEmpty();
        Own("2027-01-01", 10).LostSince(before).Select(finding => finding.ToString()).Should().Equal(
            "own.json: suggestion.contactWithin SUG-15 from 2026-01-01: of own is gone; a set adds versions and takes none away");
        Own("2026-01-01", 10).LostSince(before).Select(finding => finding.ToString()).Should().Equal(
            "own.json: suggestion.contactWithin SUG-15 from 2026-01-01: value: of own is changed; an amendment adds a version with its own 'from'");
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_text_that_a_preset_cites_is_named_in_full_and_no_other(string preset)
    {
        var rules = RuleSet.Preset(preset);
        rules.Texts.Select(text => text.Law).Should().BeEquivalentTo(rules.Catalogue.Select(entry => entry.Source.Law).Distinct());
    }

    private static RuleSet Own(string from, int days) => _chongqing.With(Layer(Version(from, days)));

    private static RuleLayer Layer(params string[] versions) => new("own.json", $$"""{ "set": "own", "rules": [ {{string.Join(", ", versions)}} ] }""");

    private static string Version(string from, int days) => $$"""
        { "key": "suggestion.contactWithin", "id": "SUG-15", "from": "{{from}}", "title": { "zh": "面商", "en": "contact" },
          "source": { "law": "本级办法" }, "value": { "count": {{days}}, "unit": "WorkingDays" }, "confidence": "T" }
        """;

    private static RuleSet NamedByKey() => RuleSet.Load(NamedByKey(RuleLayer.Preset("national")), NamedByKey(RuleLayer.Preset("chongqing")));

    private static RuleLayer NamedByKey(RuleLayer layer) =>
        layer with { Json = Regex.Replace(layer.Json, "\"key\": \"([^\"]+)\", \"id\": \"[^\"]+", "\"key\": \"$1\", \"id\": \"$1") };

    private static List<string> Dossier()
    {
        using var reader = new StreamReader(typeof(CatalogueTests).Assembly.GetManifestResourceStream($"{typeof(CatalogueTests).Namespace}.data.dossier-ids.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];
    }
}
