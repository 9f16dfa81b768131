using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Calendar;

/// <summary>
/// The holiday notices that the installation knows, one stream for all of its congresses: what came with the software and the
/// configuration is recorded there too, so that every instance counts by the same ones and it can be said what changed when.
/// </summary>
public sealed class NoticeUseCases(EventStore store, StreamRunner runner, OwnNotices own, IClock clock)
{
    private static readonly StreamId _stream = StreamId.OfInstallation(CalendarJson.Notices.Name, "notices");

    /// <summary>All that has happened to the notices.</summary>
    public Task<History<NoticeEvent>> LoadAsync(CancellationToken cancel) => store.LoadAsync(CalendarJson.Notices, _stream, cancel);

    /// <summary>Runs a command; what is due moves by a message that goes with it.</summary>
    public async Task<Ran<NoticeRegister>> RunAsync(Act act, NoticeCommand command, CancellationToken cancel)
    {
        // What there was before must be recorded first, or nobody could say what the command has changed.
        await EnterOwnAsync(cancel);
        return await RunAloneAsync(act, command, cancel);
    }

    /// <summary>Records the notices that this process brings along, where they are not recorded yet.</summary>
    public Task<Ran<NoticeRegister>> EnterOwnAsync(CancellationToken cancel)
    {
        // The same notices are the same command, however often a process starts with them.
        var content = own.Notices.SelectMany(notice => JsonSerializer.SerializeToUtf8Bytes(new NoticeEvent.Entered(notice), CalendarJson.Stored.NoticeEvent)).ToArray();
        var command = "own|" + Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        var act = new Act(new CommandStamp(command, command), Actor.Qijiang, ChinaDate.Of(clock.GetCurrentInstant()), Channel.System);
        return RunAloneAsync(act, new NoticeCommand.EnterOwn(own.Notices.ToValueList()), cancel);
    }

    private Task<Ran<NoticeRegister>> RunAloneAsync(Act act, NoticeCommand command, CancellationToken cancel) => runner.RunAsync(
        CalendarJson.Notices, _stream, act, state => NoticeRegister.Decide(command, state), cancel, _ => [new CalendarChanged(act.Command.Id).ToMessage()]);
}
