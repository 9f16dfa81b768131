using FluentAssertions;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Law;

/// <summary>The presets hold what the dossier holds. A row changes only with a source, as an added version.</summary>
public sealed class PresetTests
{
    private static readonly RuleSet _chongqing = RuleSet.Preset("chongqing");
    private static readonly LocalDate _today = new(2026, 11, 24);

    [Theory]
    [MemberData(nameof(Values))]
    public void A_preset_has_the_dossiers_value(string set, string key, string level, string value, string id, string from, string source, string confidence) =>
        _chongqing.Entries.Select(entry => (entry.Ref.Set, entry.Key, entry.Level?.ToString() ?? "-", Said(entry.Value), entry.Ref.Id, $"{entry.Ref.From:uuuu-MM-dd}",
                entry.Source.Article is { } article ? $"{entry.Source.Law} {article}" : entry.Source.Law, Said(entry.Confidence)))
            .Should().Contain((set, key, level, value, id, from, source, confidence));

    // The numbers a case turns on, asked for as a use case asks.
    [Theory]
    [InlineData("suggestion.assignWithin", CongressLevel.District, 10, LimitUnit.WorkingDays)]
    [InlineData("suggestion.returnWithin", CongressLevel.District, 10, LimitUnit.WorkingDays)]
    [InlineData("suggestion.reassignWithin", CongressLevel.District, 10, LimitUnit.WorkingDays)]
    [InlineData("suggestion.contactWithin", CongressLevel.District, 20, LimitUnit.WorkingDays)]
    [InlineData("suggestion.coHandlerOpinionWithin", CongressLevel.District, 30, LimitUnit.WorkingDays)]
    [InlineData("suggestion.coHandlerRedoWithin", CongressLevel.District, 5, LimitUnit.WorkingDays)]
    [InlineData("suggestion.replyWithin", CongressLevel.District, 3, LimitUnit.Months)]
    [InlineData("suggestion.replyWithinComplex", CongressLevel.District, 6, LimitUnit.Months)]
    [InlineData("suggestion.replyWithin", CongressLevel.Town, 2, LimitUnit.Months)]
    [InlineData("suggestion.replyWithinComplex", CongressLevel.Town, 4, LimitUnit.Months)]
    [InlineData("suggestion.evaluateWithin", CongressLevel.Town, 20, LimitUnit.WorkingDays)]
    [InlineData("suggestion.evaluateDeliveryWithin", CongressLevel.Town, 20, LimitUnit.WorkingDays)]
    [InlineData("suggestion.rehandleWithin", CongressLevel.Town, 2, LimitUnit.Months)]
    [InlineData("citizen.noticeWithin", CongressLevel.Town, 15, LimitUnit.Days)]
    [InlineData("citizen.redressWithin", CongressLevel.District, 60, LimitUnit.Days)]
    public void A_period_in_Chongqing_today(string key, CongressLevel level, int count, LimitUnit unit) =>
        _chongqing.Get<TimeLimit>(key, level, _today).Value.Should().Be(new TimeLimit(count, unit));

    [Fact]
    public void National_law_alone_gives_a_town_three_months() =>
        RuleSet.Preset("national").Get<TimeLimit>("suggestion.replyWithin", CongressLevel.Town, _today).Should().Be(
            new Rule<TimeLimit>(new("SUG-20", "national", new(2025, 3, 11)), new("代表法-2025", "51"), new(3, LimitUnit.Months)));

    [Fact]
    public void A_day_of_the_year_and_a_body_are_typed_too()
    {
        _chongqing.Get<AnnualDate>("livelihood.solicitStartUntil", CongressLevel.District, _today).Value.Should().Be(new AnnualDate(9, 30));
        _chongqing.Get<BodyKind>("livelihood.changeApprover", CongressLevel.District, _today).Value.Should().Be(BodyKind.StandingCommittee);
        _chongqing.Get<BodyKind>("livelihood.changeApprover", CongressLevel.Town, _today).Value.Should().Be(BodyKind.Congress);
        _chongqing.Get<bool>("suggestion.opinionWhenDissatisfied", CongressLevel.Town, _today).Value.Should().BeTrue();
        _chongqing.Get<int>("suggestion.maxRehandleRounds", CongressLevel.Town, _today).Value.Should().Be(1);
    }

    [Fact]
    public void Whatever_is_no_law_says_why_it_is_so() =>
        _chongqing.Entries.Where(entry => entry.Source.Law is "惯例" or "票决办法" && entry.Confidence is Confidence.Read).Should().BeEmpty();

    [Fact]
    public void A_version_finds_what_the_sets_say_about_it() =>
        _chongqing.Find(new("SUG-13", "chongqing", new(2018, 1, 1))).Select(entry => entry.Key).Should().Equal("suggestion.returnWithin", "suggestion.reassignWithin");

    public static TheoryData<string, string, string, string, string, string, string, string> Values()
    {
        var rows = new TheoryData<string, string, string, string, string, string, string, string>();
        using var reader = new StreamReader(typeof(PresetTests).Assembly.GetManifestResourceStream($"{typeof(PresetTests).Namespace}.data.preset-values.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var row = line.Split(" | ");
            rows.Add(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]);
        }
        return rows;
    }

    private static string Said(RuleValue value) => value switch
    {
        RuleValue.Limit { Value: var limit } => $"{limit.Count} {limit.Unit}",
        RuleValue.Part { Value: var share } => $"{(share.Inclusive ? "at least" : "more than")} {share.Numerator}/{share.Denominator}",
        RuleValue.Number { Value: var number } => $"{number}",
        RuleValue.Flag { Value: var flag } => flag ? "true" : "false",
        RuleValue.Word { Value: var word } => word,
        _ => "?",
    };

    private static string Said(Confidence confidence) => confidence switch
    {
        Confidence.Read => "T",
        Confidence.ReadInPart => "T-p",
        Confidence.Recalled => "R",
        _ => "I",
    };
}
