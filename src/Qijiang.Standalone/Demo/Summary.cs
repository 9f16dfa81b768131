using System.Globalization;
using Qijiang.Standalone.Demo.Story;
using Spectre.Console;

namespace Qijiang.Standalone.Demo;

/// <summary>The closing summary: what the API still shows is asked again, and has to be what the story saw.</summary>
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
        await ShowDatesAsync(table, desk, told, cancel);
        var citizen = await world.CitizenAsync(SampleDistrict.District, ThreeDoors.Reporter, cancel);
        table.AddRow("市民看到 the citizen reads", Checked(told.Promise.Standing, (await citizen.GetAsync($"opinions/{told.Doors.MiniProgram}", cancel)).Text("standing")));
        await ShowPollAsync(table, world, told.Poll, cancel);
        table.AddRow("断电 after SIGKILL", $"已确认 acknowledged {killed.Acknowledged}，丢失 missing {Checked(0, killed.Missing.Count)}，重复 doubled {Checked(0, killed.Doubled.Count)}");
        console.WriteLine();
        console.Write(table);
    }

    private static async Task ShowDatesAsync(Table table, Caller desk, WholeStory.Told told, CancellationToken cancel)
    {
        var (then, now) = (told.Assigned.Lead, AssignedInABatch.PartOf(await desk.GetAsync($"suggestions/{told.Words.Suggestion}", cancel), AssignedInABatch.Lead));
        table.AddRow("交办日期 assigned on", $"{Checked(then.AssignedOn, now.AssignedOn)}（{Checked(then.Document, now.Document)}），首次 first {Checked(then.FirstAssignedOn, now.FirstAssignedOn)}");
        // What was due is shown while it is: these are as the API gave them on the day of the assignment.
        table.AddRow("当时的答复期限 reply was due", then.DueOn);
        table.AddRow("", then.Explanation.EscapeMarkup());
        table.AddRow("当时的退回期限 return was due", then.ReturnBy);
        table.AddRow("", then.ReturnExplanation.EscapeMarkup());
    }

    private static async Task ShowPollAsync(Table table, World world, DistrictPoll.Told told, CancellationToken cancel)
    {
        var poll = await (await world.StaffAsync(SampleDistrict.District, "secretariat", cancel)).GetAsync($"polls/{told.Number}", cancel);
        table.AddRow("票 ballots", Checked(told.Cast, poll.Number("cast")));
        foreach (var (was, line) in told.Explanation.Zip(DistrictPoll.LinesOf(poll)).Where(pair => _telling.Any(words => pair.First.Contains(words, StringComparison.Ordinal))))
            table.AddRow("票决 the poll", Checked(was, line));
    }

    private static string Checked<T>(T expected, T found)
        where T : IEquatable<T> => expected.Equals(found)
            ? string.Create(CultureInfo.InvariantCulture, $"{found}").EscapeMarkup()
            : throw new StoryFailedException($"the API says {found} where the story has {expected}");
}
