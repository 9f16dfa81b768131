using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Benchmarks.Http;

namespace Qijiang.Benchmarks.Calls;

/// <summary>Brings things to where a measured request can be sent, over HTTP.</summary>
/// <param name="host">The host.</param>
internal sealed class Errands(RunningHost host)
{
    private const string Suggestions = "/api/qijiang/suggestions";
    private const string Polls = "/api/qijiang/polls";

    private string Today => ChinaDate.Of(host.Services.GetRequiredService<IClock>().GetCurrentInstant()).ToString("uuuu-MM-dd", null);

    /// <summary>A suggestion in the hands of an agency; where its reply goes.</summary>
    public async Task<string> SuggestionInHandAsync(int number)
    {
        var deputy = await host.SignedInAsync(SamplePlan.Deputies[0]);
        var desk = await host.SignedInAsync(SamplePlan.Desk);
        var coordinating = await host.SignedInAsync(SamplePlan.Coordinating);
        var submitted = await deputy.PostAsync(Suggestions, new { title = "关于改善路灯照明的建议", text = "建议全面排查、分批更换老旧路灯，并建立报修时限。", made = "BetweenSessions" });
        var id = submitted["id"]!.GetValue<string>();
        await desk.PostAsync($"{Suggestions}/{id}/receipt", new { number = $"第{number}号" });
        await desk.PostAsync($"{Suggestions}/assignments", new { suggestions = new[] { id }, to = SamplePlan.Coordinator.Value, decision = DecisionOf("desk") });
        await coordinating.PostAsync($"{Suggestions}/{id}/agencies", new { parts = new[] { new { agency = SamplePlan.Agency.Value, role = "Lead" } }, decision = DecisionOf("gov") });
        return $"{Suggestions}/{id}/handlings/{SamplePlan.Agency}/reply";
    }

    /// <summary>A reply that needs no promise.</summary>
    public static object Reply => new
    {
        text = "老旧路灯已全部更换完毕，并公布了报修电话和时限。",
        signedBy = SamplePlan.Principal.Value,
        @class = new { scheme = "chongqing-abcd", code = "A", text = "已解决或采纳" },
    };

    /// <summary>An open poll with every deputy signed in; where ballots go.</summary>
    public async Task<string> OpenPollAsync()
    {
        var secretariat = await host.SignedInAsync(SamplePlan.Secretariat);
        var scrutineer = SamplePlan.Deputies[0].Value;
        var projects = Enumerable.Range(1, 3).Select(i => new
        {
            id = $"project-{i}",
            title = $"项目{i}",
            content = "改造管网12公里",
            location = "古南街道",
            investmentYuan = 8_000_000,
            fundingSource = "区级财政",
            responsibleUnit = SamplePlan.Agency.Value,
            finishBy = Today,
        });
        var prepared = await secretariat.PostAsync(Polls, new
        {
            title = "民生实事项目票决",
            projects,
            terms = new { seats = 2 },
            chiefScrutineer = scrutineer,
            scrutineers = new[] { scrutineer },
        });
        var poll = $"{Polls}/{prepared["poll"]!.GetValue<string>()}";
        await secretariat.PostAsync($"{poll}/rules", new { decision = DecisionOf("session", "congress") });
        await secretariat.PostAsync($"{poll}/roll", new { });
        foreach (var deputy in SamplePlan.Deputies)
            await secretariat.PostAsync($"{poll}/attendance", new { deputy = deputy.Value });
        await secretariat.PostAsync($"{poll}/opening", new { });
        return $"{poll}/ballots";
    }

    /// <summary>A ballot for two of the three.</summary>
    public static object Ballot => new { marks = new Dictionary<string, string> { ["project-1"] = "for", ["project-2"] = "for", ["project-3"] = "against" } };

    private object DecisionOf(string document, string? body = null) => body is null
        ? new { documentNumber = document, signatory = "chair", on = Today }
        : new { documentNumber = document, signatory = "chair", on = Today, body, meeting = "第二次全体会议" };
}
