using NodaTime.Text;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>Holds a poll over HTTP, from its paper to the announcement, with the secretariat's acts and every deputy's own.</summary>
/// <param name="world">Where.</param>
/// <param name="congress">The congress that votes.</param>
/// <param name="secretariat">The sign-in name of its secretariat.</param>
/// <param name="plan">What is voted on, and by whom.</param>
public sealed class PollPlay(World world, string congress, string secretariat, PollPlan plan)
{
    private string _poll = "";

    /// <summary>The poll's number; empty before it is prepared.</summary>
    public string Number => _poll;

    /// <summary>The paper, the session's rules, the roll of all in office, everybody's sign-in, and the opening.</summary>
    /// <param name="cancel">Gives up.</param>
    public async Task OpenAsync(CancellationToken cancel)
    {
        var staff = await world.StaffAsync(congress, secretariat, cancel);
        var today = LocalDatePattern.Iso.Format(world.Today);
        var prepared = await staff.PostAsync("polls", new
        {
            title = plan.Title,
            projects = plan.Projects.Select(project => new
            {
                id = project.Id,
                title = project.Title,
                content = project.Title,
                location = "全域",
                investmentYuan = 12_000_000,
                fundingSource = "财政资金",
                responsibleUnit = project.Unit,
                finishBy = LocalDatePattern.Iso.Format(world.Today.PlusMonths(11)),
            }),
            terms = new { seats = plan.Seats, forMarksCapped = true },
            chiefScrutineer = plan.Voters[^1],
            scrutineers = plan.Voters.TakeLast(3),
        }, cancel);
        _poll = prepared.Text("poll");
        await staff.PostAsync($"polls/{_poll}/rules", new
        {
            decision = new { documentNumber = "民生实事项目票决办法", signatory = plan.Voters[0], on = today, meeting = "人民代表大会会议", body = "congress" },
        }, cancel);
        await FixRollAsync(staff, cancel);
        await world.EachAsync("代表报到签名", "deputies sign in", plan.Present, async (deputy, token) =>
            await (await world.PersonAsync(congress, deputy, token)).PostAsync($"polls/{_poll}/attendance", new { }, token), cancel, atOnce: 2);
        await staff.PostAsync($"polls/{_poll}/opening", new { }, cancel);
    }

    /// <summary>Casts one ballot, whatever becomes of it.</summary>
    /// <param name="deputy">Whose.</param>
    /// <param name="marks">By project: <c>for</c>, <c>against</c> or <c>abstain</c>.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Answer> CastAsync(string deputy, IReadOnlyDictionary<string, string> marks, string key, CancellationToken cancel) =>
        await (await world.PersonAsync(congress, deputy, cancel)).TryPostAsync($"polls/{_poll}/ballots", new { marks }, cancel, key);

    /// <summary>Everybody present casts the ballot of the plan.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task CastAllAsync(CancellationToken cancel) =>
        world.EachAsync("无记名投票", "secret ballots", [.. plan.Present.Zip(plan.Ballots())], async (vote, token) =>
        {
            var answer = await CastAsync(vote.First, vote.Second, Caller.NewKey(), token);
            if (!answer.IsSuccess) throw new StoryFailedException($"a ballot was refused: {answer.Status} {answer.Code}");
        }, cancel);

    /// <summary>Closes it, and waits for the tally from the queue.</summary>
    /// <param name="cancel">Gives up.</param>
    public async Task<Answer> CloseAsync(CancellationToken cancel)
    {
        var staff = await world.StaffAsync(congress, secretariat, cancel);
        await staff.PostAsync($"polls/{_poll}/closing", new { }, cancel);
        return await world.WaitForAsync("the tally", async () => await ShownAsync(cancel) is var shown && shown.Text("state") == "Tallied" ? shown : null, cancel);
    }

    /// <summary>Announces the result at the sitting and by public notice.</summary>
    /// <param name="notice">The number of the notice.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task AnnounceAsync(string notice, CancellationToken cancel)
    {
        var staff = await world.StaffAsync(congress, secretariat, cancel);
        await staff.PostAsync($"polls/{_poll}/announcement", new { how = "AtTheSitting" }, cancel);
        await staff.PostAsync($"polls/{_poll}/announcement", new { how = "PublicNotice", documentNumber = notice }, cancel);
    }

    /// <summary>The poll as the secretariat sees it.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <param name="language">Of the texts.</param>
    public async Task<Answer> ShownAsync(CancellationToken cancel, string? language = null) =>
        await (await world.StaffAsync(congress, secretariat, cancel)).GetAsync($"polls/{_poll}", cancel, language);

    /// <summary>The votes for each project, by its id.</summary>
    /// <param name="tallied">A poll that is tallied.</param>
    public static IReadOnlyDictionary<string, int> VotesOf(Answer tallied) =>
        tallied.Items("result.outcome.candidates").ToDictionary(c => c.Text("candidate"), c => c.Number("for"), StringComparer.Ordinal);

    /// <summary>The ids of the projects that are adopted.</summary>
    /// <param name="tallied">A poll that is tallied.</param>
    public static IReadOnlyList<string> AdoptedOf(Answer tallied) =>
        [.. tallied.Items("result.outcome.candidates").Where(c => c.Text("standing") == "Adopted").Select(c => c.Text("candidate")).Order(StringComparer.Ordinal)];

    // The roll is read from a list that the queue fills; who prepares a poll right after the deputies were entered looks again.
    private Task FixRollAsync(Caller staff, CancellationToken cancel) => world.WaitForAsync("the roll of all in office", async () =>
    {
        var fixedNow = await staff.TryPostAsync($"polls/{_poll}/roll", new { }, cancel);
        return fixedNow.IsSuccess && await ShownAsync(cancel) is var shown && shown.Number("roll") == plan.Voters.Count ? shown : null;
    }, cancel);
}
