using System.Text.Json;
using NodaTime;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>Step 1: three citizens, three doors, one intake; what is sent again changes nothing.</summary>
public static class ThreeDoors
{
    /// <summary>The day on which it begins.</summary>
    public static readonly LocalDate Day = new(2026, 4, 20);

    /// <summary>The citizen at the mini-program, as WeChat knows them.</summary>
    public const string Reporter = "demo-citizen-1";

    /// <summary>What that citizen wrote.</summary>
    public const string Words = "菜市场后门那条巷子的路灯已经一个多月不亮了，老人晚上出门很不安全。";

    /// <summary>The electoral district of it all.</summary>
    public const string ElectoralDistrict = "gunan-1";

    private const string Writer = "demo-citizen-2";
    private const string Door = "opinions";

    /// <summary>What was seen.</summary>
    /// <param name="MiniProgram">The number of what came by the mini-program.</param>
    /// <param name="WeChat">The number of what came by the contact button.</param>
    /// <param name="Station">The number of what was said at the station.</param>
    /// <param name="SameNumbers">Whether each that was sent again kept its number.</param>
    /// <param name="Reused">The code with which another text under a used key was refused.</param>
    /// <param name="Listed">The numbers that the staff see in the end.</param>
    /// <param name="Standing">The sentence that the first citizen reads.</param>
    public sealed record Told(string MiniProgram, string WeChat, string Station, bool SameNumbers, string Reused, IReadOnlyList<string> Listed, string Standing)
    {
        /// <summary>The three numbers.</summary>
        public IReadOnlyList<string> All => [MiniProgram, WeChat, Station];
    }

    /// <summary>Plays it.</summary>
    /// <param name="world">Where.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Told> PlayAsync(World world, CancellationToken cancel)
    {
        world.Narrator.Chapter(1, "三个入口，一个登记", "three doors, one intake");
        var citizen = await world.CitizenAsync(SampleDistrict.District, Reporter, cancel);
        var (first, again, reused) = await WriteAsync(world, citizen, cancel);
        var pushed = await PushAsync(world, cancel);
        var (said, saidAgain) = await SayAsync(world, cancel);

        var intake = await world.StaffAsync(SampleDistrict.District, "intake", cancel);
        string[] expected = [first, pushed, said];
        var listed = await world.WaitForAsync("the three opinions in the list", async () =>
        {
            var numbers = new List<string>();
            await foreach (var row in intake.ListAsync(Door, "opinions", cancel)) numbers.Add(row.Text("number"));
            return expected.All(numbers.Contains) ? numbers : null;
        }, cancel);
        world.Narrator.Tell($"工作人员的清单里有 {listed.Count} 件，重复发送的没有多出来", $"the staff see {listed.Count}; what was sent again is not there twice");

        var standing = (await citizen.GetAsync($"{Door}/{first}", cancel)).Text("standing");
        world.Narrator.Quote(standing);
        return new(first, pushed, said, first == again && said == saidAgain, reused, listed, standing);
    }

    private static async Task<(string First, string Again, string Reused)> WriteAsync(World world, Caller citizen, CancellationToken cancel)
    {
        var body = new { words = Words, title = "路灯不亮", place = "古南街道菜市场后门", district = ElectoralDistrict };
        var key = Caller.NewKey();
        var first = (await citizen.PostAsync(Door, body, cancel, key)).Text("number");
        world.Narrator.Tell($"小程序：市民反映路灯不亮，编号 {first}", "mini-program: a citizen reports dark street lamps");
        var again = (await citizen.PostAsync(Door, body, cancel, key)).Text("number");
        world.Narrator.Tell($"同一请求再发一次，仍是 {again}", "sent again: the same number");
        var reused = await citizen.TryPostAsync(Door, new { words = "另一件事" }, cancel, key);
        world.Narrator.Tell($"同一幂等键换了内容：{reused.Status} {reused.Code}", "another text under the same key is refused");
        return (first, again, reused.Code);
    }

    private static async Task<string> PushAsync(World world, CancellationToken cancel)
    {
        var message = JsonSerializer.Serialize(new
        {
            ToUserName = world.Account.OriginalId,
            FromUserName = Writer,
            CreateTime = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            MsgType = "text",
            Content = "农贸市场旁边巷子没有路灯，晚上接孩子放学看不见路。",
            MsgId = 24_000_000_000_000_001,
        });
        for (var time = 0; time < 2; time++)
        {
            var delivery = await world.Pusher.PushAsync(world.PushAddress, message, FakeWeChat.FakePushFormat.Json, cancel);
            if (!delivery.Acknowledged) throw new StoryFailedException($"WeChat's push was answered {delivery.Status}");
        }

        var writer = await world.CitizenAsync(SampleDistrict.District, Writer, cancel);
        var mine = await world.WaitForAsync("what came by WeChat", async () =>
            (await writer.GetAsync("opinions/mine", cancel)).Items("opinions") is [_, ..] found ? found : null, cancel);
        if (mine.Count != 1) throw new StoryFailedException($"a push that came twice was recorded {mine.Count} times");
        var number = mine[0].Text("number");
        world.Narrator.Tell($"客服消息：微信推来加密签名的留言（推了两次），编号 {number}", "contact button: WeChat pushes it, encrypted and signed, twice");
        return number;
    }

    private static async Task<(string First, string Again)> SayAsync(World world, CancellationToken cancel)
    {
        var intake = await world.StaffAsync(SampleDistrict.District, "intake", cancel);
        var body = new { words = "菜市场那边黑灯瞎火，上个月有人摔了跤。", manner = "Spoken", title = "菜市场路灯", name = "居民甲", contact = "代表之家留有电话", district = ElectoralDistrict };
        var key = Caller.NewKey();
        var first = (await intake.PostAsync("opinions/in-person", body, cancel, key)).Text("number");
        var again = (await intake.PostAsync("opinions/in-person", body, cancel, key)).Text("number");
        world.Narrator.Tell($"代表之家：工作人员录入来访人所说，编号 {first}", "deputies' station: staff enter what is said");
        return (first, again);
    }
}
