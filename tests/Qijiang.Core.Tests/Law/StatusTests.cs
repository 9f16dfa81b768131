using System.Collections;
using System.Reflection;
using FluentAssertions;
using NodaTime.Text;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Core.Tests.Law;

/// <summary>What the catalogue calls active is so, what is planned says what it waits for, and a day that was not read is called that.</summary>
public sealed class StatusTests
{
    private const string NotRead = "The day from which it holds was not read.";

    // What is tested above Core: Qijiang.Backend.Tests names these, see its RuleTests.
    private static readonly string[] _aboveCore = ["ARC-03", "ARC-06", "ARC-07"];

    // What the catalogue cites where there is no text: practice, inference, what each body adopts or the State Council sends out anew.
    private static readonly string[] _noText = ["惯例", "推论", "12345惯例", "票决办法", "满意度测评办法", "国务院办公厅放假通知"];

    // The titles that the dossier has: its abbreviations, its citations and the list of what was read.
    private static readonly string[] _readTitles =
    [
        "全国人民代表大会和地方各级人民代表大会代表法", "地方各级人民代表大会和地方各级人民政府组织法", "全国人民代表大会和地方各级人民代表大会选举法", "各级人民代表大会常务委员会监督法",
        "重庆市人民代表大会代表建议批评和意见工作条例", "重庆市实施《代表法》办法", "重庆市乡镇人民代表大会工作条例", "重庆市区县（自治县）人大常委会街道工作委员会工作条例",
        "重庆市人民代表大会常务委员会议事规则", "重庆市人大常委会关于区县乡镇实施民生实事项目人大代表票决制的决定", "重庆市各级人大常委会规范性文件备案审查条例",
        "重庆市预算审查监督条例", "重庆市各级人大常委会人事任免工作条例", "信访工作条例", "个人信息保护法", "立法法", "民法典", "行政许可法", "档案法", "档案法实施条例",
        "国家档案局令第8号", "全国年节及纪念日放假办法", "惯例", "推论",
    ];

    private static readonly CatalogueEntry[] _catalogue = [.. RuleSet.PresetNames.SelectMany(name => RuleSet.Preset(name).Catalogue).Distinct()];

    private static IEnumerable<Type> Here => typeof(StatusTests).Assembly.GetTypes();

    /// <summary>The first word of a requirement is the rule that it states. Each has a planted fault, and so is among these.</summary>
    private static IEnumerable<string> Proved => Here.Where(type => type.Name.EndsWith("Law", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic)).Where(proof => proof.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Proof<,,>))
        .SelectMany(proof => ((IEnumerable)proof.FieldType.GetProperty("Faults")!.GetValue(proof.GetValue(null))!).Cast<object>())
        .Select(fault => ((string)fault.GetType().GetProperty("Rule")!.GetValue(fault)!).Split(' ')[0]);

    private static IEnumerable<string> Tested => Here.SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributesData())
        .Where(data => data.AttributeType == typeof(TraitAttribute) && data.ConstructorArguments is [{ Value: "rule" }, _]).Select(data => (string)data.ConstructorArguments[1].Value!);

    [Fact]
    public void Every_active_norm_is_a_proofs_requirement_or_has_a_test_that_names_it() =>
        _catalogue.OfType<NormEntry>().Where(entry => entry.PlannedFor is null).Select(entry => entry.Ref.Id).Except([.. Proved, .. Tested, .. _aboveCore]).Should().BeEmpty();

    [Fact]
    public void No_test_names_a_rule_that_is_planned_or_that_nobody_knows() =>
        Tested.Should().NotBeEmpty().And.BeSubsetOf(_catalogue.Where(entry => entry.PlannedFor is null).Select(entry => entry.Ref.Id));

    [Fact]
    public void What_is_planned_for_a_capability_that_is_there_says_what_it_waits_for()
    {
        var there = Enum.GetValues<Capability>().Where(capability =>
            capability is Capability.PersonalData || typeof(Capability).Assembly.GetTypes().Any(type => type.Namespace == $"Qijiang.Core.{capability}")).ToList();
        there.Should().HaveCountLessThan(Enum.GetValues<Capability>().Length);

        _catalogue.Where(entry => entry.PlannedFor is { } capability && there.Contains(capability)).GroupBy(entry => entry is RuleEntry rule ? rule.Key : entry.Ref.Id)
            .Where(versions => !versions.Any(entry => entry.Note?.Contains("Waits for ", StringComparison.Ordinal) is true)).Select(versions => versions.Key).Should().BeEmpty();
    }

    [Fact]
    public void An_obligation_is_planned_for_the_capability_that_its_rule_is() =>
        ObligationDefinition.All.SelectMany(definition => definition.Rules, (definition, id) => (Id: id, definition.PlannedFor)).Where(rule => rule.PlannedFor is not null)
            .Should().NotBeEmpty().And.AllSatisfy(rule => _catalogue.OfType<RuleEntry>().Where(entry => entry.Ref.Id == rule.Id).Select(entry => entry.PlannedFor?.ToString()).Distinct().Should().Equal(rule.PlannedFor));

    [Fact]
    public void A_day_that_was_not_read_is_called_that_and_no_other()
    {
        var texts = RuleSet.PresetNames.SelectMany(name => RuleSet.Preset(name).Texts).DistinctBy(text => text.Law).ToDictionary(text => text.Law, text => text.Version);

        // Read is a day on or after that of the text's own version.
        bool IsRead(CatalogueEntry entry) => _noText.Contains(entry.Source.Law)
            || (texts[entry.Source.Law] is { } version && LocalDatePattern.Iso.Parse(version) is { Success: true } day && day.Value <= entry.Ref.From);

        _catalogue.Where(entry => IsRead(entry) == (entry.Note?.Contains(NotRead, StringComparison.Ordinal) is true)).Select(entry => entry.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void A_title_that_was_not_read_stands_in_brackets() => RuleSet.PresetNames.SelectMany(name => RuleSet.Preset(name).Texts).Select(text => text.Title.Chinese).Distinct()
        .Where(title => title is not ['（', .., '）']).Should().BeSubsetOf(_readTitles);

    // The dossier's ten questions to the customer; question 5 asks of towns, 9 of an area without a congress, 10 of the change of term.
    [Theory]
    [InlineData(1, "SUG-10", "SUG-42")]
    [InlineData(2, "LIV-14", "LIV-10", "LIV-19", "LIV-32", "CONG-04")]
    [InlineData(3, "LIV-04", "LIV-14b", "LIV-30")]
    [InlineData(4, "DUTY-02", "SUP-03")]
    [InlineData(5, "SUG-21")]
    [InlineData(6, "NDR-02")]
    [InlineData(7, "CIT-10", "CIT-20", "CIT-22")]
    [InlineData(8, "DUTY-08")]
    [InlineData(9, "SUG-10")]
    [InlineData(10, "SUG-48")]
    public void What_the_dossier_leaves_open_stands_with_a_rule(int question, params string[] ids) =>
        ids.Except(_catalogue.Where(entry => entry.Open is not null).Select(entry => entry.Ref.Id)).Should().BeEmpty($"question {question}");
}
