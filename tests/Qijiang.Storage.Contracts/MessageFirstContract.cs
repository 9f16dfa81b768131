using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

/// <summary>
/// What holds besides where the queue lies outside the row store, so that a commit's messages are sent first and name it:
/// whoever delivers asks <see cref="IRowStore.CheckAsync"/>.
/// </summary>
public abstract class MessageFirstContract : StorageContract
{
    private const string P = "qj!2026";

    /// <summary>Does what a commit does up to and with the sending of its message, and then no more: its process died.</summary>
    protected abstract Task DieBetweenSendAndCommit(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages);

    [Fact]
    public async Task A_message_names_the_first_insert_of_its_commit_which_happened()
    {
        await Commit([new Change.Upsert("head", Data), new Change.Insert("v2", Data), new Change.Insert("v3", Data)], "m");

        var commit = await CommitOf("m");
        (commit.Table, commit.Partition, commit.Key).Should().Be((Table, P, "v2"));
        (await Check(commit)).Should().Be(CommitState.Committed);
        (await Check(commit, giveUp: true)).Should().Be(CommitState.Committed);
    }

    [Fact]
    public async Task All_messages_of_a_commit_name_the_same_one()
    {
        await Rows.CommitAsync(Table, P, [new Change.Insert("v1", Data)], [Say("m1"), Say("m2")], CancellationToken.None);

        (await ReceiveOne(QueueName)).Envelope.Commit.Should().NotBeNull().And.Be((await ReceiveOne(QueueName)).Envelope.Commit);
    }

    [Fact]
    public async Task A_lost_race_leaves_a_message_whose_commit_never_happened()
    {
        await Commit([new Change.Insert("v1", Data)], "winner");
        var winner = await CommitOf("winner");
        (await Commit([new Change.Insert("v1", Data)], "loser")).Should().Be(new CommitResult.Conflict("v1"));

        (await Check(winner)).Should().Be(CommitState.Committed);
        (await Check(await CommitOf("loser"))).Should().Be(CommitState.Never);
    }

    [Fact]
    public async Task A_race_lost_elsewhere_in_the_commit_is_not_there_and_can_be_given_up()
    {
        await Commit([new Change.Insert("index", Data)], "winner");
        await CommitOf("winner");
        (await Commit([new Change.Insert("v1", Data), new Change.Insert("index", Data)], "loser")).Should().Be(new CommitResult.Conflict("index"));

        var loser = await CommitOf("loser");
        (await Check(loser)).Should().Be(CommitState.NotYet);
        (await Check(loser, giveUp: true)).Should().Be(CommitState.Never);
    }

    [Fact]
    public async Task Dying_between_send_and_commit_delivers_nothing()
    {
        await DieBetweenSendAndCommit(Table, P, [new Change.Insert("v1", Data)], [Say("m")]);

        var commit = await CommitOf("m");
        (await Check(commit)).Should().Be(CommitState.NotYet);
        (await Get(P, "v1")).Should().BeNull();
    }

    [Fact]
    public async Task A_commit_after_the_give_up_conflicts()
    {
        await DieBetweenSendAndCommit(Table, P, [new Change.Insert("v1", Data)], [Say("m")]);
        var commit = await CommitOf("m");

        (await Check(commit, giveUp: true)).Should().Be(CommitState.Never);

        (await Commit([new Change.Insert("v1", Data)], "late")).Should().Be(new CommitResult.Conflict("v1"));
        VoidRow.IsVoid((await Get(P, "v1"))!).Should().BeTrue();
        (await Check(commit)).Should().Be(CommitState.Never);
    }

    [Fact]
    public async Task A_dead_writers_message_is_dropped_once_another_has_its_place()
    {
        await DieBetweenSendAndCommit(Table, P, [new Change.Insert("v1", Data)], [Say("dead")]);
        var dead = await CommitOf("dead");
        await Commit([new Change.Insert("v1", Data)], "alive");

        (await Check(dead)).Should().Be(CommitState.Never);
        (await Check(await CommitOf("alive"))).Should().Be(CommitState.Committed);
    }

    [Fact]
    public async Task A_copy_sent_to_look_again_later_keeps_the_commit_it_names()
    {
        await DieBetweenSendAndCommit(Table, P, [new Change.Insert("v1", Data)], [Say("m")]);
        var first = await ReceiveOne(QueueName);

        await Queue.SendAgainAsync(QueueName, first.Envelope, TimeSpan.FromSeconds(1), CancellationToken.None);
        await Queue.DeleteAsync(first, CancellationToken.None);

        var again = await ReceiveOne(QueueName);
        (again.Envelope.Id, again.Envelope.Commit, again.Envelope.SentAt).Should().Be(("m", first.Envelope.Commit, first.Envelope.SentAt));
    }

    private static ReadOnlyMemory<byte> Data { get; } = "綦江"u8.ToArray();

    private Task<CommitResult> Commit(Change[] changes, string messageId) =>
        Rows.CommitAsync(Table, P, changes, [Say(messageId)], CancellationToken.None);

    private Message Say(string id) => new(QueueName, id, Data);

    private async Task<CommitState> Check(CommitRef commit, bool giveUp = false) => await Rows.CheckAsync(commit, giveUp, CancellationToken.None);

    /// <summary>Receives the one message there is and says which commit it names.</summary>
    private async Task<CommitRef> CommitOf(string messageId)
    {
        var message = await ReceiveOne(QueueName);
        message.Envelope.Id.Should().Be(messageId);
        await Queue.DeleteAsync(message, CancellationToken.None);
        return message.Envelope.Commit!;
    }
}
