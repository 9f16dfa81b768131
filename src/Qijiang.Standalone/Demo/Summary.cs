using System.Globalization;
using Qijiang.Standalone.Demo.Story;
using Spectre.Console;

namespace Qijiang.Standalone.Demo;

/// <summary>The closing summary: counts are asked of the API, not remembered, and have to be those of the story.</summary>
internal static class Summary
{
    // Of the poll's explanation: the base, and the two projects on either side of it.
    private static readonly string[] _telling = ["基数", "赞成 144 票", "赞成 143 票"];

    public static async Task ShowAsync(IAnsiConsole console, World world, WholeStory.Told told, KilledInTheMiddle.Told killed, CancellationToken cancel)
    {
        var desk = await world.StaffAsync(SampleDistrict.District, "desk", cancel);
        var table = new Table().Title("小结 summary").AddColumns("", "");
        table.AddRow("群众意见 opinions", Checked(3, await desk.ListAsync("opinions", "opinions", cancel).CountAsync(cancel)));
        table.AddRow("代表建议 suggestions", Checked(1, await desk.ListAsync("suggestions?list=all", "suggestions", cancel).CountAsync(cancel)));
        table.AddRow("人代工委案头 on the desk", Checked(1, await desk.ListAsync("suggestions?list=desk", "suggestions", cancel).CountAsync(cancel)));
        table.AddRow("发出催办 reminders sent", (await desk.ListAsync("obligations/reminders", "reminders", cancel).CountAsync(cancel)).ToString(CultureInfo.InvariantCulture));
        table.AddRow("答复期限 reply due", told.Assigned.Lead.DueOn);
        table.AddRow("", told.Assigned.Lead.Explanation.EscapeMarkup());
        table.AddRow("退回期限 return by", told.Assigned.Lead.ReturnBy);
        table.AddRow("", told.Assigned.Lead.ReturnExplanation.EscapeMarkup());
        table.AddRow("市民看到 the citizen reads", told.Promise.Standing.EscapeMarkup());
        foreach (var line in told.Poll.Explanation.Where(line => _telling.Any(words => line.Contains(words, StringComparison.Ordinal))))
            table.AddRow("票决 the poll", line.EscapeMarkup());
        table.AddRow("断电 after SIGKILL", $"已确认 acknowledged {killed.Acknowledged}，丢失 missing {Checked(0, killed.Missing.Count)}，重复 doubled {Checked(0, killed.Doubled.Count)}");
        console.WriteLine();
        console.Write(table);
    }

    private static string Checked(int expected, int counted) => expected == counted
        ? counted.ToString(CultureInfo.InvariantCulture)
        : throw new StoryFailedException($"the API counts {counted} where the story has {expected}");
}
