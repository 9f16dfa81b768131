using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>A call is milliseconds of network: these are the numbers on which the design rests (README.md).</summary>
public sealed class CallCountTests : IAsyncLifetime
{
    private const string P = "qj!2026";
    private readonly Disturbance calls = new();
    private readonly string table = "t" + RandomNames.Next();
    private readonly string queue = "q-" + RandomNames.Next();
    private StorageEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Emulated.Engine(calls.Install);
        await engine.Rows.GetAsync(table, P, "nothing", CancellationToken.None);
        await engine.Queue.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(30), CancellationToken.None);
        calls.Active = true;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task One_event_is_one_call()
    {
        await Commit([], Insert("v1"));

        Made().Should().Equal("table POST");
    }

    [Fact]
    public async Task Several_events_are_one_call()
    {
        await Commit([], Insert("v1"), Insert("v2"), Insert("v3"));

        Made().Should().Equal("table POST");
    }

    [Fact]
    public async Task One_event_with_its_message_is_two_calls_the_message_first()
    {
        await Commit(["m"], Insert("v1"));

        Made().Should().Equal("queue POST", "table POST");
    }

    [Fact]
    public async Task Several_events_with_their_message_are_two_calls()
    {
        await Commit(["m"], Insert("v1"), Insert("v2"));

        Made().Should().Equal("queue POST", "table POST");
    }

    [Fact]
    public async Task A_lost_race_costs_no_more_than_a_won_one()
    {
        await Commit([], Insert("v1"));
        (await Commit([], Insert("v1"))).Should().Be(new CommitResult.Conflict("v1"));
        (await Commit([], Insert("v0"), Insert("v1"))).Should().Be(new CommitResult.Conflict("v1"));

        Made().Should().Equal("table POST", "table POST", "table POST");
    }

    [Fact]
    public async Task Reading_a_row_or_a_range_of_up_to_a_thousand_is_one_call()
    {
        await engine.Rows.GetAsync(table, P, "v1", CancellationToken.None);
        await engine.Rows.ScanAsync(table, P, "a", "z", null, CancellationToken.None).ToListAsync();

        Made().Should().Equal("table GET", "table GET");
    }

    [Fact]
    public async Task Looking_whether_a_commit_happened_is_one_call_and_giving_it_up_two()
    {
        var commit = new CommitRef(table, P, "v1", "c0ffee");
        await engine.Rows.CheckAsync(commit, giveUp: false, CancellationToken.None);
        await engine.Rows.CheckAsync(commit, giveUp: true, CancellationToken.None);

        Made().Should().Equal("table GET", "table GET", "table POST");
    }

    [Fact]
    public async Task Deleting_what_is_not_there_costs_a_second_call()
    {
        (await Commit([], new Change.Delete("gone", null), Insert("v1"))).Should().BeOfType<CommitResult.Committed>();

        Made().Should().Equal("table POST", "table POST");
    }

    private static Change.Insert Insert(string key) => new(key, "綦江"u8.ToArray());

    private IEnumerable<string> Made() => calls.Calls.Select(call => call.ToString());

    private Task<CommitResult> Commit(string[] messages, params Change[] changes) =>
        engine.Rows.CommitAsync(table, P, changes, [.. messages.Select(id => new Message(queue, id, "x"u8.ToArray()))], CancellationToken.None);
}
