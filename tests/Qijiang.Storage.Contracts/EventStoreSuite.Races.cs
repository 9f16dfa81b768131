using FluentAssertions;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class EventStoreSuite
{
    [Fact]
    public async Task Of_two_writers_from_the_same_base_the_second_leaves_nothing_behind()
    {
        var common = (await Append(await Load(), "write", Written))!;
        await Append(common, "first", new CardEvent.Moved("doing"));

        var second = await Store.AppendAsync(
            Card.Kind, common, Stamp("second"), [Happened(new CardEvent.Moved("done")), Happened(new CardEvent.TakenDown())], [Say("second")], CancellationToken.None);

        second.Should().BeNull();
        (await Load()).Events.Select(e => e.Command.Id).Should().Equal("write", "first");
        (await Delivered(QueueName, expected: 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_eight_writers_one_wins_each_round_and_all_get_in_with_their_messages()
    {
        await Run(Act("write"), _ => Card.Accept(Written));

        var ran = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            Run(Act($"move-{i}"), _ => Card.Accept(new CardEvent.Moved($"column-{i}")), _ => [Say($"m{i}")]))));

        ran.Cast<Ran<Card>.Done>().Select(done => done.Version).Should().BeEquivalentTo([2, 3, 4, 5, 6, 7, 8, 9]);
        ran.Cast<Ran<Card>.Done>().Should().OnlyContain(done => !done.Repeat);
        (await Load()).Events.Select(e => e.Command.Id).Should().BeEquivalentTo(
            "write", "move-0", "move-1", "move-2", "move-3", "move-4", "move-5", "move-6", "move-7");
        (await Delivered(QueueName, expected: 8)).Select(m => m.Id).Distinct().Should().BeEquivalentTo("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7");
    }

    [Fact]
    public async Task The_loser_of_a_race_decides_anew_on_what_the_winner_has_done()
    {
        await Run(Act("write"), _ => Card.Accept(Written));
        var interrupted = false;

        var ran = await Run(Act("late"), state =>
        {
            if (!interrupted)
            {
                interrupted = true;
                Run(Act("down"), _ => Card.Accept(new CardEvent.TakenDown())).GetAwaiter().GetResult();
            }

            return state.IsDown ? new CardIsDown() : Card.Accept(new CardEvent.Moved("doing"));
        });

        ran.Should().Be(new Ran<Card>.Refused(new CardIsDown()));
        (await Load()).Events.Select(e => e.Command.Id).Should().Equal("write", "down");
    }

    [Fact]
    public async Task The_same_command_from_two_sides_at_once_is_done_once()
    {
        await Run(Act("write"), _ => Card.Accept(Written));

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Run(Act("move"), _ => Card.Accept(new CardEvent.Moved("doing"))))));

        ran.Cast<Ran<Card>.Done>().Select(done => done.Version).Should().Equal(2, 2, 2, 2);
        ran.Cast<Ran<Card>.Done>().Count(done => !done.Repeat).Should().Be(1);
        (await Load()).Version.Should().Be(2);
    }
}
