using System.Globalization;
using System.Text.Json;
using Qijiang.Standalone.Demo.FakeWeChat;
using Qijiang.Standalone.Demo.Story;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>Plays a month's opinions through their doors, then what the staff do with them.</summary>
internal sealed class YearOpinions(World world, YearLedger ledger)
{
    private const int Citizens = 300;

    public async Task ReceiveAsync(YearOpinion opinion, CancellationToken cancel)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"第 {opinion.Index} 件：希望把出行、饮水、照明这些身边的事办好。");
        switch (opinion.Channel)
        {
            case "WeChatMessage":
                await PushAsync(opinion, words, cancel);
                break;
            case "MiniProgram":
                var citizen = await world.CitizenAsync(opinion.Congress, $"year-citizen-{opinion.Index % Citizens}", cancel);
                ledger.Received(opinion, (await citizen.PostAsync("opinions", new { words, title = "身边小事" }, cancel)).Text("number"));
                break;
            default:
                var intake = await world.StaffAsync(opinion.Congress, opinion.Intake, cancel);
                ledger.Received(opinion, (await intake.PostAsync("opinions/in-person", new { words, manner = "Spoken", name = "来访居民", contact = "代表之家留有电话" }, cancel)).Text("number"));
                break;
        }
    }

    /// <summary>What came by WeChat has no answer with a number; the staff find it in their list.</summary>
    public async Task FindPushedAsync(IReadOnlyList<YearOpinion> pushed, CancellationToken cancel)
    {
        if (pushed.Count == 0) return;
        var intake = await world.StaffAsync(SampleDistrict.District, "intake", cancel);
        var numbers = await world.WaitForAsync("what came by WeChat", async () =>
        {
            var found = new List<string>();
            await foreach (var row in intake.ListAsync("opinions?awaitingKind=true", "opinions", cancel))
                if (row.Text("channel") == "WeChatMessage") found.Add(row.Text("number"));
            return found.Count == pushed.Count ? found : null;
        }, cancel);
        foreach (var (opinion, number) in pushed.Zip(numbers)) ledger.Received(opinion, number);
    }

    public async Task HandleAsync(YearOpinion opinion, CancellationToken cancel)
    {
        var intake = await world.StaffAsync(opinion.Congress, opinion.Intake, cancel);
        var at = $"opinions/{ledger.Numbers[opinion.Index]}";
        await intake.PostAsync($"{at}/kind", new { kind = opinion.Kind, district = opinion.ElectoralDistrict }, cancel);
        await intake.PostAsync($"{at}/notices", new { notice = opinion.Kind is "Suggestion" or "Wrongdoing" ? "Accepted" : "WhereToGo", text = "您反映的情况已经收到，现将办理去向告知您。" }, cancel);
        if (opinion.Deputy is { } deputy) await intake.PostAsync($"{at}/deputy", new { deputy = SampleDistrict.Deputy(deputy) }, cancel);
        if (opinion.Closed) await intake.PostAsync($"{at}/closing", new { outcome = "已经解决，并告知本人。" }, cancel);
    }

    /// <summary>Waits until the month is in the lists: nobody's kind is left to settle.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        foreach (var congress in new[] { SampleDistrict.District, SampleDistrict.Dongxi, SampleDistrict.Ganshui })
        {
            var intake = await world.StaffAsync(congress, congress == SampleDistrict.District ? "intake" : congress + "-intake", cancel);
            await world.WaitForAsync("the lists to catch up", async () =>
                await intake.GetAsync("opinions?awaitingKind=true", cancel) is var page && page.Items("opinions").Count == 0 ? page : null, cancel);
        }
    }

    private async Task PushAsync(YearOpinion opinion, string words, CancellationToken cancel)
    {
        var message = JsonSerializer.Serialize(new
        {
            ToUserName = world.Account.OriginalId,
            FromUserName = $"year-citizen-{opinion.Index % Citizens}",
            CreateTime = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            MsgType = "text",
            Content = words,
            MsgId = 24_000_000_000_000_000 + opinion.Index,
        });
        var delivery = await world.Pusher.PushAsync(world.PushAddress, message, FakePushFormat.Json, cancel);
        if (!delivery.Acknowledged) throw new StoryFailedException($"WeChat's push was answered {delivery.Status}");
    }
}
