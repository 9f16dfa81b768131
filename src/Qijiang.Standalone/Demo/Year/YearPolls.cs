using Qijiang.Standalone.Demo.Story;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>The livelihood polls of the district and the towns.</summary>
internal static class YearPolls
{
    private static readonly string[] _what = ["农村公路", "饮水安全", "老旧小区", "卫生院", "幼儿园", "农贸市场", "公共厕所", "养老服务站", "背街小巷", "停车场", "体育公园", "高标准农田"];

    /// <summary>287 in office, 271 present, 12 candidates for 10 places; all of them have a majority but one.</summary>
    public static PollPlan OfTheDistrict { get; } = Plan(
        "綦江区民生实事项目票决", 10, [.. Enumerable.Range(1, SampleDistrict.Deputies).Select(SampleDistrict.Deputy)], 271, [251, 244, 238, 230, 222, 216, 205, 199, 188, 176, 163, 120], "urban-management");

    /// <summary>63 in office, 60 present, 8 candidates for 6 places.</summary>
    /// <param name="town">Which town.</param>
    public static PollPlan Of(string town) => Plan(
        "镇民生实事项目票决", 6, [.. Enumerable.Range(1, SampleDistrict.TownDeputies).Select(n => SampleDistrict.Deputy(town, n))], 60, [58, 55, 49, 45, 40, 36, 30, 21], "town-government");

    private static PollPlan Plan(string title, int seats, IReadOnlyList<string> voters, int present, int[] votes, string unit) =>
        new(title, seats, [.. votes.Select((count, i) => new PollPlan.Project($"p{i + 1:00}", _what[i], unit, count))], voters, [.. voters.Take(present)]);
}
