using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;

namespace Qijiang.Azure.Tests.Storage;

public sealed class MessageFirstTests : MessageFirstContract
{
    protected override Task<StorageEngine> CleanStore() => Emulated.Engine();

    protected override async Task DieBetweenSendAndCommit(
        string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages)
    {
        var dying = new Disturbance { Before = call => call.Service == "table" && !call.SetsUp ? throw new ProcessDied() : Task.CompletedTask };
        var engine = await Emulated.Engine(dying.Install);
        dying.Active = true;

        var commit = () => engine.Rows.CommitAsync(table, partition, changes, messages, CancellationToken.None);

        await commit.Should().ThrowAsync<ProcessDied>();
    }

    private sealed class ProcessDied : Exception;
}
