using FluentAssertions;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class EventStoreSuite
{
    [Fact]
    public async Task A_command_asked_again_is_answered_as_the_first_time_though_the_stream_has_moved_on()
    {
        await Run(Act("write"), _ => Card.Accept(Written));
        var first = (Ran<Card>.Done)await Run(Act("move"), _ => Card.Accept(new CardEvent.Moved("doing"), new CardEvent.Moved("done")));
        await Run(Act("down"), _ => Card.Accept(new CardEvent.TakenDown()));

        var again = (Ran<Card>.Done)await Run(Act("move"), _ => new CardIsDown());

        first.Should().Be(new Ran<Card>.Done(new Card(["todo", "doing", "done"], false, Written.Title, Written.Words), 3, Repeat: false));
        again.Should().Be(first with { Repeat = true });
        (await Load()).Version.Should().Be(4);
    }

    [Fact]
    public async Task A_command_asked_again_sends_its_messages_no_second_time()
    {
        await Run(Act("write"), _ => Card.Accept(Written), _ => [Say("once")]);
        (await Delivered(QueueName, expected: 1)).Should().NotBeEmpty();

        await Run(Act("write"), _ => Card.Accept(Written), _ => [Say("twice")]);

        (await Delivered(QueueName, expected: 0)).Should().NotContain(m => m.Id == "twice");
    }

    [Fact]
    public async Task A_command_whose_answer_was_lost_is_recognised_by_its_writer()
    {
        var before = await Load();
        await Append(before, "write", Written);
        // The answer was lost: the writer still stands on what it had loaded, and asks again.

        (await Append(before, "write", Written)).Should().BeNull();
        ((Ran<Card>.Done)await Run(Act("write"), _ => Card.Accept(Written))).Should().Match<Ran<Card>.Done>(done => done.Version == 1 && done.Repeat);
    }

    [Fact]
    public async Task A_used_command_id_with_something_else_asked_is_refused()
    {
        await Run(Act(new CommandStamp("key", "digest of one thing")), _ => Card.Accept(Written));

        var ran = await Run(Act(new CommandStamp("key", "digest of another")), _ => Card.Accept(new CardEvent.TakenDown()));

        ran.Should().Be(new Ran<Card>.Refused(new CommandIdReused()));
        ((Ran<Card>.Refused)ran).Refusal.Code.Should().Be("command.id-reused");
        (await Load()).Version.Should().Be(1);
    }
}
