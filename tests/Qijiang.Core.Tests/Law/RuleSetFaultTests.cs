using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Law;

/// <summary>What the loader says about faulty files: file, entry, field, problem.</summary>
public sealed class RuleSetFaultTests
{
    private const string Entry = """
        "key": "suggestion.rehandleWithin", "id": "OWN-1", "from": "2027-01-01", "title": { "zh": "一个月", "en": "one month" },
        "source": { "law": "本级办法", "article": "5" }, "value": { "count": 1, "unit": "Months" }, "confidence": "T", "status": "active"
        """;
    private const string Name = "own.json: rules[0] suggestion.rehandleWithin OWN-1: ";

    [Theory]
    [InlineData("\"id\": \"OWN-1\", ", "", "own.json: rules[0] suggestion.rehandleWithin: id: is missing")]
    [InlineData("\"key\": \"suggestion.rehandleWithin\"", "\"key\": 7", "own.json: rules[0] OWN-1: key: a text is expected")]
    [InlineData("\"from\": \"2027-01-01\"", "\"from\": \"1 Jan\"", Name + "from: '1 Jan' is no date such as 2018-01-01")]
    [InlineData("\"from\"", "\"until\": \"2027-01-01\", \"from\"", Name + "until: is not after 'from'; it is the first day on which the rule no longer holds")]
    [InlineData("\"from\"", "\"level\": \"Province\", \"from\"", Name + "level: 'Province' is none of District, Town")]
    [InlineData("\"unit\": \"Months\"", "\"unit\": \"Weeks\"", Name + "value.unit: 'Weeks' is none of Days, WorkingDays, Months")]
    [InlineData("\"count\": 1", "\"count\": -1", Name + "value.count: a whole number, not negative, is expected")]
    [InlineData("{ \"count\": 1, \"unit\": \"Months\" }", "{ \"months\": 1 }", Name + "value: has an unknown shape; a period, a share, a whole number, true or false, or a text is expected")]
    [InlineData("{ \"count\": 1, \"unit\": \"Months\" }", "1.5", Name + "value: has an unknown shape; a period, a share, a whole number, true or false, or a text is expected")]
    [InlineData("{ \"count\": 1, \"unit\": \"Months\" }", "{ \"atLeast\": \"3/2\" }", Name + "value.atLeast: a fraction such as \"2/3\" is expected")]
    [InlineData("{ \"count\": 1, \"unit\": \"Months\" }", "\"one month\"", "own.json: suggestion.rehandleWithin OWN-1 from 2027-01-01: value: is a text, but suggestion.rehandleWithin SUG-33 from 2018-01-01 of chongqing is a period")]
    [InlineData("\"law\": \"本级办法\", ", "", Name + "source.law: is missing")]
    [InlineData("\"zh\": \"一个月\", ", "", Name + "title.zh: is missing")]
    [InlineData("\"T\"", "\"sure\"", Name + "confidence: 'sure' is none of T, T-p, R, I")]
    [InlineData("\"confidence\"", "\"colour\": \"red\", \"confidence\"", Name + "colour: is no field that is known here")]
    [InlineData("suggestion.rehandleWithin\", \"id\": \"OWN-1\"", "suggestion.rehandelWithin\", \"id\": \"SUG-33\"", "own.json: suggestion.rehandelWithin SUG-33 from 2027-01-01: key: is known to no set below; if it is new, say its 'status'", ", \"status\": \"active\"")]
    [InlineData("OWN-1", "SUG-333", "own.json: suggestion.rehandleWithin SUG-333 from 2027-01-01: id: is known to no set below; if it is new, say its 'status'", ", \"status\": \"active\"")]
    [InlineData("\"active\"", "\"on\"", Name + "status: \"active\" is expected, or { \"planned\": \"Meetings\" } with the capability that will need it")]
    [InlineData("\"active\"", "{ \"planned\": \"Meeting\" }", Name + "status.planned: 'Meeting' is none of Calendar, Congresses, *")]
    [InlineData("\"active\"", "{ \"planned\": \"Meetings\" }", "own.json: suggestion.rehandleWithin OWN-1 from 2027-01-01: status: contradicts suggestion.rehandleWithin SUG-33 from 2018-01-01 of chongqing: a key has one")]
    [InlineData("\"key\": \"suggestion.rehandleWithin\", ", "", "own.json: rules[0] OWN-1: key: is missing")]
    [InlineData("\"value\": { \"count\": 1, \"unit\": \"Months\" }, ", "", Name + "value: is missing")]
    [InlineData("\"id\"", "\"id\": \"A\", \"id\"", "own.json: is not JSON that can be read: *id*")]
    public void A_faulty_entry_is_named_with_file_entry_and_field(string right, string wrong, string finding, string? without = null) =>
        Faults($$"""{ "set": "own", "rules": [ { {{Entry.Replace(right, wrong, StringComparison.Ordinal).Replace(without ?? " ", without is null ? " " : "", StringComparison.Ordinal)}} } ] }""").Should().ContainMatch(finding);

    [Theory]
    [InlineData("""{ "rules": [] }""", "own.json: set: is missing")]
    [InlineData("""{ "set": "own" }""", "own.json: rules: a list of rules is expected")]
    [InlineData("""{ "set": "chongqing", "rules": [] }""", "own.json: set: another layer is called 'chongqing', too")]
    [InlineData("""{ "set": "own", "texts": { "民法典": { "title": { "zh": "民法典", "en": "Civil Code" } } }, "rules": [] }""", "own.json: texts 民法典: is already known below")]
    [InlineData("""{ "set": "own", "texts": { "本级办法": {} }, "rules": [] }""", "own.json: texts 本级办法: title: is missing")]
    [InlineData("""{ "set": "own", "extends": "x", "rules": [] }""", "own.json: extends: is no field that is known here")]
    [InlineData("""{ "set": "own", "rules": [ 7 ] }""", "own.json: rules[0]: an object is expected")]
    [InlineData("""[]""", "own.json: an object is expected")]
    [InlineData("""{ "set": """, "own.json: is not JSON that can be read: *")]
    public void A_faulty_file_is_named(string json, string finding) => Faults(json).Should().ContainMatch(finding);

    [Fact]
    public void Two_values_for_the_same_day_are_a_contradiction() =>
        Faults($$"""{ "set": "own", "rules": [ { {{Entry}} }, { {{Entry.Replace("OWN-1", "OWN-2", StringComparison.Ordinal)}} } ] }""").Should().Equal(
            "own.json: suggestion.rehandleWithin OWN-2 from 2027-01-01: from: contradicts suggestion.rehandleWithin OWN-1 from 2027-01-01, which holds from the same day");

    [Fact]
    public void An_end_after_the_next_beginning_is_an_overlap() =>
        Faults($$"""{ "set": "own", "rules": [ { {{Entry.Replace("\"from\"", "\"until\": \"2029-01-01\", \"from\"", StringComparison.Ordinal)}} }, { {{Entry.Replace("2027-", "2028-", StringComparison.Ordinal)}} } ] }""").Should().Equal(
            "own.json: suggestion.rehandleWithin OWN-1 from 2027-01-01: until: overlaps suggestion.rehandleWithin OWN-1 from 2028-01-01, which holds from 2028-01-01");

    // Otherwise it would stand in the congress's rules, and nobody would do it.
    [Theory]
    [InlineData("suggestion.mergeTellsDeputies", "false", "is false, but nothing else than true is done")]
    [InlineData("suggestion.evaluations", "1", "is 1, but nothing else than 2 is done")]
    [InlineData("suggestion.division", "\"LeadOnly\"", "is 'LeadOnly', but nothing else than 'LeadWithCoHandlersOrSeparate' is done")]
    public void A_value_that_nothing_is_done_by_is_refused(string key, string value, string problem) =>
        Faults($$"""{ "set": "own", "rules": [ { {{Entry.Replace("suggestion.rehandleWithin", key, StringComparison.Ordinal).Replace("{ \"count\": 1, \"unit\": \"Months\" }", value, StringComparison.Ordinal)}} } ] }""")
            .Should().Equal($"own.json: {key} OWN-1 from 2027-01-01: value: {problem}");

    [Fact]
    public void Two_norms_of_the_same_day_are_a_contradiction_too()
    {
        const string norm = """{ "id": "OWN-1", "from": "2027-01-01", "title": { "zh": "当面", "en": "face to face" }, "source": { "law": "本级办法" }, "confidence": "T", "status": "active" }""";
        Faults($$"""{ "set": "own", "rules": [ {{norm}}, {{norm}} ] }""").Should().Equal("own.json: OWN-1 from 2027-01-01: from: contradicts OWN-1 from 2027-01-01, which holds from the same day");
    }

    [Fact]
    public void A_word_that_no_code_knows_is_named_when_the_file_is_read() =>
        Faults("""
            { "set": "own", "rules": [
              { "key": "suggestion.jointEvaluator", "id": "SUG-26", "from": "2027-01-01", "title": { "zh": "全体", "en": "everyone" },
                "source": { "law": "本级办法" }, "value": "Evrybody", "confidence": "T" } ] }
            """).Should().ContainMatch("own.json: suggestion.jointEvaluator SUG-26 from 2027-01-01: value: 'Evrybody' is no JointEvaluator: Lead*");

    [Fact]
    public void All_faults_are_named_at_once() =>
        Faults("""{ "set": "own", "rules": [ { "key": "suggestion.rehandleWithin", "value": null } ] }""").Should().Equal(
            "own.json: rules[0] suggestion.rehandleWithin: id: is missing",
            "own.json: rules[0] suggestion.rehandleWithin: from: is missing",
            "own.json: rules[0] suggestion.rehandleWithin: title: is missing",
            "own.json: rules[0] suggestion.rehandleWithin: source: is missing",
            "own.json: rules[0] suggestion.rehandleWithin: value: has an unknown shape; a period, a share, a whole number, true or false, or a text is expected",
            "own.json: rules[0] suggestion.rehandleWithin: confidence: is missing");

    [Fact]
    public void A_missing_value_names_key_level_day_and_what_there_is()
    {
        var chongqing = RuleSet.Preset("chongqing");
        Asking<TimeLimit>(chongqing, "suggestion.rehandleWithin", new(2017, 12, 31)).Should().Throw<RuleNotFoundException>().WithMessage(
            "No rule 'suggestion.rehandleWithin' for level District on 2017-12-31 in national + chongqing. The key has: chongqing SUG-33, every level, from 2018-01-01.");
        Asking<TimeLimit>(chongqing, "suggestion.rehandelWithin", new(2026, 1, 1)).Should().Throw<RuleNotFoundException>().WithMessage(
            "No rule 'suggestion.rehandelWithin' for level District on 2026-01-01 in national + chongqing. No set has the key.");
        FluentActions.Invoking(() => chongqing.GetVersion<TimeLimit>("suggestion.rehandleWithin", CongressLevel.District, new("SUG-33", "chongqing", new(2019, 1, 1)))).Should().Throw<RuleNotFoundException>().WithMessage(
            "No version SUG-33 of set 'chongqing' from 2019-01-01 of rule 'suggestion.rehandleWithin' for level District in national + chongqing.");
    }

    [Fact]
    public void A_value_of_another_type_than_asked_for_is_named()
    {
        var chongqing = RuleSet.Preset("chongqing");
        Asking<int>(chongqing, "suggestion.rehandleWithin", new(2026, 1, 1)).Should().Throw<RuleSetException>().WithMessage(
            "chongqing: suggestion.rehandleWithin SUG-33: value: is a period, but is asked for as Int32");
        Asking<LimitUnit>(chongqing, "suggestion.jointReplyTo", new(2026, 1, 1)).Should().Throw<RuleSetException>().WithMessage(
            "chongqing: suggestion.jointReplyTo SUG-26: value: 'Every' is no LimitUnit: Days, WorkingDays, Months");
    }

    [Fact]
    public void A_number_is_no_name_of_a_choice() =>
        new RuleValue.Word("1").TryAs<LimitUnit>(out _).Should().BeFalse();

    [Fact]
    public void There_is_no_preset_of_an_unknown_name() =>
        FluentActions.Invoking(() => RuleSet.Preset("atlantis")).Should().Throw<ArgumentException>().WithMessage("There is no preset 'atlantis'.*");

    private static Action Asking<T>(RuleSet rules, string key, LocalDate on) => () => rules.Get<T>(key, CongressLevel.District, on);

    private static IEnumerable<string> Faults(string json) =>
        FluentActions.Invoking(() => RuleSet.Preset("chongqing").With(new("own.json", json))).Should().Throw<RuleSetException>().Which.Findings.Select(finding => finding.ToString());
}
