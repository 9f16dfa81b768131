using Qijiang.Core.Congresses;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>A small poll's paper: three projects for two places.</summary>
internal static class PollPaper
{
    public static readonly PersonId Scrutineer = People.Deputies[0];

    public static object Body { get; } = new
    {
        title = "民生实事项目票决",
        projects = Enumerable.Range(1, 3).Select(i => new
        {
            id = $"project-{i}",
            title = $"项目{i}",
            content = "改造管网12公里",
            location = "古南街道",
            investmentYuan = 8_000_000,
            fundingSource = "区级财政",
            responsibleUnit = "lighting",
            finishBy = "2026-12-31",
        }).ToArray(),
        terms = new { seats = 2 },
        chiefScrutineer = Scrutineer.Value,
        scrutineers = new[] { Scrutineer.Value },
    };
}
