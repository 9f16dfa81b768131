using Qijiang.Core.Congresses;
using Qijiang.Reliability.Tests.Faults;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>What people do in a world, several stories at once, each as far as chance lets it go.</summary>
internal sealed class Stories(World world, Client client)
{
    private const string OnPaper = "綦江人大办〔2026〕15号";

    private Random Random => world.Random;

    /// <summary>Begins them.</summary>
    public IReadOnlyList<Task> Begin()
    {
        var stories = new List<Task>();
        for (var i = Random.Next(1, 4); i > 0; i--) stories.Add(OpinionAsync(i));
        for (var i = Random.Next(0, 3); i > 0; i--) stories.Add(SuggestionAsync($"s{i}", Deputy(), []));
        if (Random.Next(4) == 0) stories.Add(PollAsync());
        return stories;
    }

    private PersonId Deputy() => People.Deputies[Random.Next(People.Deputies.Length)];

    private bool GoesOn() => Random.Next(6) > 0;

    private async Task OpinionAsync(int i)
    {
        var (citizen, words) = (new PersonId($"citizen-{i}"), $"第{i}条巷子的路灯不亮，已经一个多月了。");
        var number = (await client.DoAsync(citizen, "opinions", new { words, title = "路灯不亮", district = "gunan-1" }, $"opinion-{i}"))["number"]!.GetValue<string>();
        var stream = $"qj|opinion|{number}";
        world.Recorded.Done(stream, "opinion.received.v1");
        world.Recorded.Words[number] = (citizen.Value, words);
        if (!GoesOn()) return;
        await client.DoAsync(People.Intake, $"opinions/{number}/kind", new { kind = "Suggestion", district = "gunan-1" }, $"kind-{i}");
        world.Recorded.Done(stream, "opinion.kind-settled.v1");
        if (!GoesOn()) return;
        var deputy = Deputy();
        await client.DoAsync(People.Intake, $"opinions/{number}/deputy", new { deputy = deputy.Value }, $"deputy-{i}");
        world.Recorded.Done(stream, "opinion.handed-to-deputy.v1");
        if (GoesOn()) await SuggestionAsync($"o{i}", deputy, [number]);
    }

    private async Task SuggestionAsync(string name, PersonId deputy, string[] sources)
    {
        var submitted = await client.DoAsync(deputy, "suggestions", new { title = $"关于改善照明的建议{name}", text = "建议全面排查、分批更换老旧路灯，并建立报修时限。", made = "BetweenSessions", sources }, $"submit-{name}");
        var id = submitted["id"]!.GetValue<string>();
        var (at, stream) = ($"suggestions/{id}", $"qj|suggestion|{id}");
        world.Recorded.Done(stream, "suggestion.submitted.v1");
        if (!GoesOn()) return;
        await client.DoAsync(People.Desk, $"{at}/receipt", new { number = $"2026-{name}" }, $"receipt-{name}");
        world.Recorded.Done(stream, "suggestion.received.v1");
        if (!GoesOn()) return;
        await client.DoAsync(People.Desk, "suggestions/assignments", new { suggestions = new[] { id }, to = "government", decision = Decision("desk") }, $"assign-{name}");
        world.Recorded.Done(stream, "suggestion.assigned.v1");
        if (!GoesOn()) return;
        var parts = new[] { new { agency = "lighting", role = "Lead" }, new { agency = "power", role = "CoHandler" } };
        await client.DoAsync(People.Coordinating, $"{at}/agencies", new { parts, decision = Decision("coordinating") }, $"agencies-{name}");
        world.Recorded.Done(stream, "suggestion.handling-opened.v1", parts.Length);
        if (GoesOn()) await Task.WhenAll(CoHandlerAsync(name, at, stream), LeadAsync(name, at, stream, deputy));
    }

    private async Task CoHandlerAsync(string name, string at, string stream)
    {
        await client.DoAsync(People.CoHandler, $"{at}/handlings/power/co-handler-opinion", new { text = "供电线路可以支持新增灯具。", signedBy = People.CoHandler.Value }, $"co-handler-{name}");
        world.Recorded.Done(stream, "suggestion.co-handler-opinion-given.v1");
    }

    private async Task LeadAsync(string name, string at, string stream, PersonId deputy)
    {
        await client.DoAsync(People.Lead, $"{at}/handlings/lighting/contacts", new { phase = "During", manner = "Visit", note = "与代表一起夜间走访。" }, $"contact-{name}");
        world.Recorded.Done(stream, "suggestion.contact-recorded.v1");
        if (!GoesOn()) return;
        var reply = new
        {
            text = "缺灯路段列入今年改造计划。",
            signedBy = People.Lead.Value,
            @class = new { scheme = "chongqing-abcd", code = "B", text = "列入计划逐步解决" },
            promises = new[] { new { item = "路灯全部恢复照明", by = world.Day(Random.Next(50, 80)) } },
        };
        await client.DoAsync(People.Lead, $"{at}/handlings/lighting/reply", reply, $"reply-{name}");
        world.Recorded.Done(stream, "suggestion.reply-given.v1");
        if (!GoesOn()) return;
        await client.DoAsync(deputy, $"{at}/handlings/lighting/evaluation", new { grade = "Satisfied", opinion = "满意。" }, $"evaluation-{name}");
        world.Recorded.Done(stream, "suggestion.evaluated.v1");
    }

    private async Task PollAsync()
    {
        var prepared = await client.DoAsync(People.Secretariat, "polls", PollPaper.Body, "prepare");
        var poll = prepared["poll"]!.GetValue<string>();
        var (at, stream) = ($"polls/{poll}", $"qj|poll|{poll}");
        world.Recorded.Done(stream, "poll.prepared.v1");
        await client.DoAsync(
            People.Secretariat, $"{at}/rules", new { decision = new { documentNumber = "票决办法", signatory = PollPaper.Scrutineer.Value, on = world.Day(0), meeting = "第二次全体会议", body = "congress" } }, "rules");
        world.Recorded.Done(stream, "poll.rules-confirmed.v1");
        await client.DoAsync(People.Secretariat, $"{at}/roll", new { }, "roll");
        world.Recorded.Done(stream, "poll.roll-fixed.v1");
        await Task.WhenAll(People.Deputies.Select(async deputy =>
        {
            await client.DoAsync(deputy, $"{at}/attendance", new { }, $"in-{deputy}");
            world.Recorded.Done(stream, "poll.deputy-signed-in.v1");
        }));
        await client.DoAsync(People.Secretariat, $"{at}/opening", new { }, "opening");
        world.Recorded.Done(stream, "poll.opened.v1");
        await Task.WhenAll([.. People.Deputies.Select(deputy => CastAsync(poll, at, deputy)), CloseAsync(at, stream)]);
    }

    private async Task CloseAsync(string at, string stream)
    {
        await world.Scheduler.WaitAsync("the sitting goes on", after: TimeSpan.FromSeconds(Random.Next(120)));
        await client.DoAsync(People.Secretariat, $"{at}/closing", new { }, "closing");
        world.Recorded.Done(stream, "poll.closed.v1");
    }

    private async Task CastAsync(string poll, string at, PersonId deputy)
    {
        string[] options = ["for", "against", "abstain"];
        await world.Scheduler.WaitAsync($"{deputy} thinks", after: TimeSpan.FromSeconds(Random.Next(100)));
        // At most as many as there are seats.
        var marks = new Dictionary<string, string> { ["project-1"] = "for", ["project-2"] = options[Random.Next(3)], ["project-3"] = options[Random.Next(1, 3)] };
        var (answer, isUnsure) = await client.SayAsync(deputy, $"{at}/ballots", new { marks }, $"ballot-{deputy}");
        world.Recorded.Ballots.Add(new(poll, deputy.Value, marks, answer.IsDone, !answer.IsDone && isUnsure));
        if (Random.Next(3) > 0) return;
        // Whoever changes his or her mind has cast already.
        var (other, _) = await client.SayAsync(deputy, $"{at}/ballots", new { marks = new Dictionary<string, string> { ["project-2"] = "against" } }, $"other-{deputy}");
        if (answer.IsDone && other.IsDone) world.Recorded.Contradictions.Add($"{deputy} has cast twice");
        else if (other.IsDone) world.Recorded.Ballots.Add(new(poll, deputy.Value, new Dictionary<string, string> { ["project-2"] = "against" }, true, false));
    }

    private object Decision(string signatory) => new { documentNumber = OnPaper, signatory, on = world.Day(0) };
}
