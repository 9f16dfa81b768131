using System.Text;
using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Xunit;

namespace Qijiang.Backend.Tests.ReadModels;

public sealed class ProjectorTests
{
    private readonly Board board = new();

    [Fact]
    public async Task A_row_moves_between_lists_with_its_stream_and_goes_with_it()
    {
        await board.WriteAsync("card-1", "todo");
        await board.ProjectAsync("card-1");
        (await board.ShownAsync()).Should().BeEquivalentTo(Board.Showing("card-1", "todo", 1));

        await board.MoveAsync("card-1", "doing");
        await board.ProjectAsync("card-1");
        (await board.ShownAsync()).Should().BeEquivalentTo(Board.Showing("card-1", "doing", 2));

        await board.TakeDownAsync("card-1");
        await board.ProjectAsync("card-1");
        (await board.ShownAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Streams_do_not_touch_each_others_rows()
    {
        await board.WriteAsync("card-1", "todo");
        await board.WriteAsync("card-2", "todo");
        await board.ProjectAsync("card-1");
        await board.ProjectAsync("card-2");

        await board.TakeDownAsync("card-1");
        await board.ProjectAsync("card-1");

        (await board.ShownAsync()).Should().BeEquivalentTo(Board.Showing("card-2", "todo", 1));
    }

    [Fact]
    public async Task A_changed_row_that_stays_where_it_is_shows_the_new_version()
    {
        await board.WriteAsync("card-1", "todo");
        await board.ProjectAsync("card-1");
        await board.MoveAsync("card-1", "todo");
        await board.ProjectAsync("card-1");

        (await board.ShownAsync()).Should().BeEquivalentTo(Board.Showing("card-1", "todo", 2));
    }

    [Fact]
    public async Task A_message_that_comes_twice_late_or_before_an_earlier_one_changes_nothing()
    {
        await board.WriteAsync("card-1", "todo");
        await board.MoveAsync("card-1", "doing");
        foreach (var version in (int[])[2, 1, 2, 1])
        {
            var message = StreamChanged.MessageFor(Desk.CardOf("card-1"), version);
            await new ChangeConsumer([board.Projector()]).ConsumeAsync(new MessageEnvelope(message.Id, message.Body, default, null), CancellationToken.None);
            (await board.ShownAsync()).Should().BeEquivalentTo(Board.Showing("card-1", "doing", 2));
        }
    }

    [Fact]
    public async Task A_stream_without_a_view_is_passed_over()
    {
        await board.Projector().StreamChangedAsync(Desk.CardOf("card-1") with { Kind = "unseen" }, CancellationToken.None);

        (await board.ShownAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Projecting_what_is_shown_already_writes_no_summary_again()
    {
        await board.WriteAsync("card-1", "todo");
        await board.ProjectAsync("card-1");
        var before = await SummaryAsync();

        await board.ProjectAsync("card-1");

        (await SummaryAsync()).ETag.Should().Be(before.ETag);
    }

    [Fact]
    public async Task A_reader_sees_a_moving_row_twice_for_a_moment_but_never_not_at_all()
    {
        await board.WriteAsync("card-1", "todo");
        await board.ProjectAsync("card-1");
        await board.MoveAsync("card-1", "doing");
        var observed = new ObservedRowStore(board.Rows);
        var seen = new List<int>();
        observed.After = async _ => seen.Add((await board.ShownAsync()).Count(row => row.StartsWith("qj|column|", StringComparison.Ordinal)));

        await board.ProjectAsync("card-1", observed);

        seen.Should().NotContain(0).And.HaveElementAt(0, 1).And.HaveElementAt(seen.Count - 1, 1);
    }

    [Fact]
    public async Task Places_left_long_ago_are_remembered_no_more()
    {
        await board.WriteAsync("card-1", "todo");
        await board.ProjectAsync("card-1");
        await board.MoveAsync("card-1", "doing");
        await board.ProjectAsync("card-1");
        Encoding.UTF8.GetString((await SummaryAsync()).Data.Span).Should().Contain("todo");

        board.Time.Advance(TimeSpan.FromHours(1));
        await board.MoveAsync("card-1", "done");
        await board.ProjectAsync("card-1");

        Encoding.UTF8.GetString((await SummaryAsync()).Data.Span).Should().NotContain("todo").And.Contain("doing");
    }

    private async Task<Row> SummaryAsync() => (await board.Rows.GetAsync("summaries", Desk.CardOf("card-1").Partition, "summary", CancellationToken.None))!;
}
