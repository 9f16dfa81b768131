using System.CommandLine;
using Qijiang.Backend.Messaging;
using Qijiang.Standalone.Hosting;

namespace Qijiang.Standalone.Commands;

/// <summary><c>poison</c>: what the queues' consumers could not handle, to look at, to send on its way once more, to drop; also while the service runs.</summary>
internal static class PoisonCommand
{
    private const string All = "all";

    public static Command Create(TextWriter output)
    {
        var id = new Argument<string>("id") { Description = "As list shows it (list 所显示的编号)" };
        var which = new Argument<string>("id") { Description = $"As list shows it, or {All} (list 所显示的编号，或者{All}：全部)" };
        return new Command("poison", "What could not be handled (无法处理的消息)")
        {
            Of("list", "List it (列出)", (poison, _, cancel) => ShowAsync(output, poison, null, cancel)),
            Of("show", "Show one (查看)", (poison, parsed, cancel) => ShowAsync(output, poison, parsed.GetRequiredValue(id), cancel), id),
            Of("replay", "Send one, or all, on its way once more (重新投递)", (poison, parsed, cancel) => ReplayAsync(output, poison, parsed.GetRequiredValue(which), cancel), which),
            Of("drop", "Drop one for good (丢弃)", (poison, parsed, cancel) => DropAsync(output, poison, parsed.GetRequiredValue(id), cancel), id),
        };
    }

    private static Command Of(string name, string description, Func<Poison, ParseResult, CancellationToken, Task<int>> run, params Argument[] arguments)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var argument in arguments) command.Arguments.Add(argument);
        command.SetAction((parsed, cancel) => SettingFaults.NamedAsync(async () =>
        {
            await using var app = StandaloneHost.Build([.. parsed.UnmatchedTokens]);
            return await run(app.Services.GetRequiredService<Poison>(), parsed, cancel);
        }));
        return command;
    }

    /// <summary>One line a message: id, queue, since when, and what it says, masked.</summary>
    private static async Task<int> ShowAsync(TextWriter output, Poison poison, string? id, CancellationToken cancel)
    {
        var shown = (await poison.ListAsync(cancel)).Where(message => id is null || message.Id == id).ToList();
        foreach (var message in shown) await output.WriteLineAsync($"{message.Id}\t{message.Queue}\t{message.SentAt:u}\t{message.Shown}");
        await output.WriteLineAsync($"共{shown.Count}条。Messages: {shown.Count}.");
        return id is null || shown.Count > 0 ? 0 : 1;
    }

    private static async Task<int> ReplayAsync(TextWriter output, Poison poison, string id, CancellationToken cancel)
    {
        var sent = await poison.ReplayAsync(id == All ? null : id, cancel);
        await output.WriteLineAsync($"重新投递{sent}条。Messages sent once more: {sent}.");
        return id == All || sent > 0 ? 0 : 1;
    }

    private static async Task<int> DropAsync(TextWriter output, Poison poison, string id, CancellationToken cancel)
    {
        var dropped = await poison.DropAsync(id, cancel);
        await output.WriteLineAsync($"丢弃{dropped}条。Messages dropped: {dropped}.");
        return dropped > 0 ? 0 : 1;
    }
}
