using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Storage.Contracts;

public abstract partial class EventStoreSuite
{
    [Fact]
    public async Task A_stream_of_which_nothing_is_known_is_empty()
    {
        var nothing = await Load();

        (nothing.IsEmpty, nothing.Version, nothing.Head).Should().Be((true, 0, ""));
    }

    [Fact]
    public async Task What_was_appended_is_loaded_with_both_its_dates_its_actor_and_its_command()
    {
        var first = await Append(await Load(), "write", Written, new CardEvent.Moved("doing"));
        clock.AdvanceDays(1);
        await Append(first!, "close", new CardEvent.TakenDown());

        var loaded = await Load();
        var (heard, dayAfter) = (Instant.FromUtc(2026, 11, 24, 2, 30, 15), Instant.FromUtc(2026, 11, 25, 2, 30, 15));
        loaded.Events.Should().Equal(
        [
            new(1, new("write", "digest of write"), new(Written, new LocalDate(2026, 11, 20), heard, clerk, Channel.Paper)),
            new(2, new("write", "digest of write"), new(new CardEvent.Moved("doing"), new LocalDate(2026, 11, 20), heard, clerk, Channel.Paper)),
            new(3, new("close", "digest of close"), new(new CardEvent.TakenDown(), new LocalDate(2026, 11, 20), dayAfter, clerk, Channel.Paper)),
        ]);
        loaded.Version.Should().Be(3);
    }

    [Fact]
    public async Task What_appending_gives_back_is_what_loading_gives()
    {
        var appended = (await Append(await Load(), "write", Written, new CardEvent.Moved("doing")))!;
        appended = (await Append(appended, "close", new CardEvent.TakenDown()))!;

        var loaded = await Load();
        appended.Events.Should().Equal(loaded.Events);
        (appended.Version, appended.Head).Should().Be((loaded.Version, loaded.Head));
    }

    [Fact]
    public async Task Another_congress_has_another_stream_of_the_same_id()
    {
        await Append(await Load(), "write", Written);

        (await Load(stream with { Congress = new CongressId("c" + RandomName()) })).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_command_records_nothing_and_sends_nothing()
    {
        var ran = await Run(Act("write"), _ => new CardIsDown(), _ => [Say("never")]);

        ran.Should().Be(new Ran<Card>.Refused(new CardIsDown()));
        (await Load()).IsEmpty.Should().BeTrue();
        (await Delivered(QueueName, expected: 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_that_changes_nothing_adds_no_version()
    {
        await Run(Act("write"), _ => Card.Accept(Written));

        var ran = (Ran<Card>.Done)await Run(Act("nothing"), _ => Card.Accept());

        (ran.Version, ran.Repeat).Should().Be((1, true));
        (await Load()).Version.Should().Be(1);
    }

    [Fact]
    public async Task The_messages_of_a_command_are_delivered_with_its_events()
    {
        await Run(Act("write"), _ => Card.Accept(Written, new CardEvent.Moved("doing")), events => events.Select((_, i) => Say($"m{i}")));

        (await Delivered(QueueName, expected: 2)).Select(m => m.Id).Distinct().Should().BeEquivalentTo("m0", "m1");
    }
}
