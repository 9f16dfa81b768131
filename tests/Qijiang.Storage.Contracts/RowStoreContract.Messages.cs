using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task A_message_follows_its_commit()
    {
        await Rows.CommitAsync(Table, P, [Insert("a")], [Say("m1", "stream changed")], CancellationToken.None);

        var message = (await Delivered(QueueName, expected: 1)).Should().ContainSingle().Which;
        (message.Id, System.Text.Encoding.UTF8.GetString(message.Body.Span)).Should().Be(("m1", "stream changed"));
    }

    [Fact]
    public async Task Every_message_of_a_commit_comes_into_its_queue()
    {
        var other = "q-" + RandomName();

        await Rows.CommitAsync(
            Table, P, [Upsert("u"), Insert("a"), Insert("b")], [Say("m1"), Say("m2"), Say("m3", to: other)], CancellationToken.None);

        (await Delivered(QueueName, expected: 2)).Select(message => message.Id).Should().BeEquivalentTo("m1", "m2");
        (await Delivered(other, expected: 1)).Select(message => message.Id).Should().Equal("m3");
    }

    [Fact]
    public async Task A_message_of_a_commit_in_conflict_is_never_delivered()
    {
        await Put("a");

        (await Rows.CommitAsync(Table, P, [Insert("new"), Insert("a")], [Say("lost")], CancellationToken.None)).Should().Be(new CommitResult.Conflict("a"));

        (await Delivered(QueueName, expected: 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_eight_racing_commits_the_message_of_the_winner_alone_is_delivered()
    {
        var results = await AtOnce(writer => Rows.CommitAsync(Table, P, [Insert("v1", $"writer {writer}")], [Say($"m{writer}")], CancellationToken.None));

        var winner = results.ToList().FindIndex(result => result is CommitResult.Committed);
        (await Delivered(QueueName, expected: 1)).Select(message => message.Id).Should().Equal($"m{winner}");
        (await Delivered(QueueName, expected: 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_message_of_the_most_bytes_goes_with_a_commit()
    {
        var body = RandomBytes(StoreLimits.MaxMessageBytes);

        await Rows.CommitAsync(Table, P, [Insert("a")], [new Message(QueueName, "m", body)], CancellationToken.None);

        (await Delivered(QueueName, expected: 1)).Single().Body.ToArray().Should().Equal(body);
    }

    [Fact]
    public async Task A_delayed_message_of_a_commit_comes_later()
    {
        await Rows.CommitAsync(Table, P, [Insert("a")], [Say("m") with { Delay = TimeSpan.FromMinutes(5) }], CancellationToken.None);

        (await Delivered(QueueName, expected: 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_commit_wakes_who_waits_for_its_message()
    {
        var waiting = Queue.WaitAsync(QueueName, CancellationToken.None);

        await Rows.CommitAsync(Table, P, [Insert("a")], [Say("m")], CancellationToken.None);

        await PassTimeUntil(waiting);
        (await ReceiveOne(QueueName)).Envelope.Id.Should().Be("m");
    }

    private Message Say(string id, string text = "x", string? to = null) => new(to ?? QueueName, id, Bytes(text));
}
