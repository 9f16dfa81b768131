using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>The pieces of the story.</summary>
internal static class Scenarios
{
    private const string OnPaper = "綦江人大办〔2026〕15号";

    public static IReadOnlyList<Scenario> All { get; } = [Opinion(), Handling(), Overdue(), Poll()];

    private static Scenario Opinion() => new(
        "an opinion becomes a suggestion",
        async house =>
        {
            await SourceAsync(house);
            await SubmitAsync(house, "<opinion>");
            await house.SettleAsync();
        },
        (People.Intake, "opinions"), (People.Citizen, "opinions/<opinion>"), (People.Citizen, "opinions/mine"), (People.Deputies[0], "opinions/handed-to-me"),
        (People.Desk, "suggestions?list=desk"), (People.Intake, "obligations"));

    private static Scenario Handling() => new(
        "a suggestion is assigned, answered and evaluated",
        async house =>
        {
            var at = await InHandAsync(house);
            await house.PostAsync(People.CoHandler, $"{at}/power/co-handler-opinion", new { text = "供电线路可以支持新增灯具。", signedBy = People.CoHandler.Value }, "co-handler");
            await house.PostAsync(People.Lead, $"{at}/lighting/contacts", new { phase = "During", manner = "Visit", note = "与代表一起夜间走访。" }, "contact");
            await ReplyAsync(house, at, "2026-12-31");
            await house.PostAsync(People.Deputies[0], $"{at}/lighting/evaluation", new { grade = "Satisfied", opinion = "满意。" }, "evaluation");
            await house.SettleAsync();
        },
        (People.Desk, "suggestions/<suggestion>"), (People.Desk, "suggestions?list=desk"), (People.Lead, "obligations"), (People.Deputies[0], "obligations"), (People.Desk, "obligations"));

    private static Scenario Overdue() => new(
        "nobody replies in time, a promise lapses",
        async house =>
        {
            var at = await InHandAsync(house);
            await house.TickOnAsync(new LocalDate(2026, 7, 21));
            await ReplyAsync(house, at, "2026-07-31");
            await house.TickOnAsync(new LocalDate(2026, 8, 3));
        },
        (People.Desk, "suggestions/<suggestion>"), (People.Desk, "suggestions?list=desk"), (People.Desk, "obligations"), (People.Desk, "obligations/reminders"));

    private static Scenario Poll() => new(
        "a poll is held and counted",
        async house =>
        {
            var prepared = await house.PostAsync(People.Secretariat, "polls", PollPaper.Body, "prepare");
            house.Names["poll"] = prepared["poll"]!.GetValue<string>();
            var at = $"polls/{house.Names["poll"]}";
            await house.PostAsync(People.Secretariat, $"{at}/rules", new { decision = new { documentNumber = "票决办法", signatory = PollPaper.Scrutineer.Value, on = "2026-04-20", meeting = "第二次全体会议", body = "congress" } }, "rules");
            await house.PostAsync(People.Secretariat, $"{at}/roll", new { }, "roll");
            foreach (var deputy in People.Deputies) await house.PostAsync(deputy, $"{at}/attendance", new { }, $"in-{deputy}");
            await house.PostAsync(People.Secretariat, $"{at}/opening", new { }, "opening");
            for (var time = 1; time <= 2; time++)   // what was cast is said again as long as the box is open
                foreach (var deputy in People.Deputies) await CastAsync(house, at, deputy);
            await house.PostAsync(People.Secretariat, $"{at}/closing", new { }, "closing");
            await house.SettleAsync();
            await house.PostAsync(People.Secretariat, $"{at}/announcement", new { how = "AtTheSitting" }, "announcement");
            await house.SettleAsync();
        },
        (People.Secretariat, "polls/<poll>"));

    private static Task CastAsync(House house, string at, PersonId deputy) => house.PostAsync(
        deputy,
        $"{at}/ballots",
        new { marks = new Dictionary<string, string> { ["project-1"] = "for", ["project-2"] = deputy == People.Deputies[0] ? "against" : "for", ["project-3"] = "against" } },
        $"ballot-{deputy}",
        lasting: false);

    private static async Task SourceAsync(House house)
    {
        var sent = await house.PostAsync(People.Citizen, "opinions", new { words = "菜市场后门那条巷子的路灯已经一个多月不亮了。", title = "路灯不亮", district = "gunan-1" }, "opinion");
        house.Names["opinion"] = sent["number"]!.GetValue<string>();
        var at = $"opinions/{house.Names["opinion"]}";
        await house.PostAsync(People.Intake, $"{at}/kind", new { kind = "Suggestion", district = "gunan-1" }, "kind");
        await house.PostAsync(People.Intake, $"{at}/deputy", new { deputy = People.Deputies[0].Value }, "deputy");
    }

    private static async Task SubmitAsync(House house, params string[] sources)
    {
        var body = new { title = "关于改善照明的建议", text = "建议全面排查、分批更换老旧路灯，并建立报修时限。", made = "BetweenSessions", sources = sources.Select(source => house.Names[source.Trim('<', '>')]) };
        house.Names["suggestion"] = (await house.PostAsync(People.Deputies[0], "suggestions", body, "submit"))["id"]!.GetValue<string>();
    }

    private static async Task<string> InHandAsync(House house)
    {
        await SubmitAsync(house);
        var id = house.Names["suggestion"];
        await house.PostAsync(People.Desk, $"suggestions/{id}/receipt", new { number = "2026-1" }, "receipt");
        await house.PostAsync(People.Desk, "suggestions/assignments", new { suggestions = new[] { id }, to = "government", decision = new { documentNumber = OnPaper, signatory = "desk", on = "2026-04-20" } }, "assign");
        await house.PostAsync(
            People.Coordinating,
            $"suggestions/{id}/agencies",
            new { parts = new[] { new { agency = "lighting", role = "Lead" }, new { agency = "power", role = "CoHandler" } }, decision = new { documentNumber = OnPaper, signatory = "coordinating", on = "2026-04-20" } },
            "agencies");
        await house.SettleAsync();
        return $"suggestions/{id}/handlings";
    }

    private static Task ReplyAsync(House house, string at, string promised) => house.PostAsync(
        People.Lead,
        $"{at}/lighting/reply",
        new
        {
            text = "缺灯路段列入今年改造计划。",
            signedBy = People.Lead.Value,
            @class = new { scheme = "chongqing-abcd", code = "B", text = "列入计划逐步解决" },
            promises = new[] { new { item = "路灯全部恢复照明", by = promised } },
        },
        "reply");
}
