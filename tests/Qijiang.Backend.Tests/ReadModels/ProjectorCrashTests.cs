using FluentAssertions;
using Qijiang.Backend.Tests.Storage;
using Xunit;

namespace Qijiang.Backend.Tests.ReadModels;

/// <summary>
/// The process dies at any storage call, or another projector runs in between, or both; then the message comes again. What
/// is left is exactly what the stream says, and no row that nobody knows of.
/// </summary>
public sealed class ProjectorCrashTests
{
    /// <summary>More calls than one projection makes; the tests see to it that they have gone past its last.</summary>
    private const int MoreCallsThanAny = 30;

    [Theory]
    [InlineData(false, "nothing")]
    [InlineData(true, "nothing")]
    [InlineData(false, "moves on")]
    [InlineData(true, "moves on")]
    [InlineData(false, "moves back")]
    [InlineData(true, "moves back")]
    [InlineData(false, "goes down")]
    [InlineData(true, "goes down")]
    public async Task Dying_between_any_two_calls_and_coming_again_leaves_exactly_the_right_rows(bool afterwards, string meanwhile)
    {
        var deaths = 0;
        for (var at = 1; at < MoreCallsThanAny; at++)
        {
            var board = await MovingAsync();
            if (!await DiesAsync(board, DyingAt(board, at, afterwards))) break;
            deaths++;

            var right = await HappensAsync(board, meanwhile);
            await board.ProjectAsync("card-1");

            (await board.ShownAsync()).Should().BeEquivalentTo(right, $"it died at call {at}");
        }

        deaths.Should().BeGreaterThan(5);
    }

    [Theory]
    [InlineData("moves on")]
    [InlineData("moves back")]
    [InlineData("goes down")]
    public async Task A_second_projector_at_a_later_version_between_any_two_calls_leaves_exactly_the_right_rows(string meanwhile)
    {
        var races = 0;
        for (var at = 1; at < MoreCallsThanAny; at++)
        {
            var board = await MovingAsync();
            IEnumerable<string>? right = null;
            var observed = new ObservedRowStore(board.Rows) { Before = async call => right = call == at ? await OvertakesAsync(board, meanwhile) : right };

            await board.ProjectAsync("card-1", observed);
            if (right is null) break;
            races++;

            (await board.ShownAsync()).Should().BeEquivalentTo(right, $"it was overtaken at call {at}");
        }

        races.Should().BeGreaterThan(5);
    }

    [Theory]
    [InlineData("moves on")]
    [InlineData("moves back")]
    [InlineData("goes down")]
    public async Task Overtaken_at_any_call_and_dying_at_any_later_one_leaves_exactly_the_right_rows(string meanwhile)
    {
        var deaths = 0;
        for (var at = 1; at < MoreCallsThanAny; at++)
        {
            for (var dying = at; dying < MoreCallsThanAny; dying++)
            {
                var board = await MovingAsync();
                IEnumerable<string>? right = null;
                var observed = DyingAt(board, dying, afterwards: true);
                observed.Before = async call => right = call == at ? await OvertakesAsync(board, meanwhile) : right;
                if (!await DiesAsync(board, observed)) break;
                deaths++;

                await board.ProjectAsync("card-1");

                (await board.ShownAsync()).Should().BeEquivalentTo(right, $"it was overtaken at call {at} and died at call {dying}");
            }
        }

        deaths.Should().BeGreaterThan(30);
    }

    /// <summary>A card shown in one column and moved to another, which is not shown yet.</summary>
    private static async Task<Board> MovingAsync()
    {
        var board = new Board();
        await board.WriteAsync("card-1", "todo");
        await board.ProjectAsync("card-1");
        await board.MoveAsync("card-1", "doing");
        return board;
    }

    private static ObservedRowStore DyingAt(Board board, int at, bool afterwards)
    {
        Task Die(int call) => call == at ? Task.FromException(new ProcessDiedException()) : Task.CompletedTask;
        return afterwards ? new ObservedRowStore(board.Rows) { After = Die } : new ObservedRowStore(board.Rows) { Before = Die };
    }

    private static async Task<bool> DiesAsync(Board board, ObservedRowStore rows)
    {
        try
        {
            await board.ProjectAsync("card-1", rows);
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }

    private static async Task<IEnumerable<string>> OvertakesAsync(Board board, string meanwhile)
    {
        var right = await HappensAsync(board, meanwhile);
        await board.ProjectAsync("card-1");
        return right;
    }

    /// <summary>Something happens to the card; what is right to show of it then.</summary>
    private static async Task<IEnumerable<string>> HappensAsync(Board board, string what)
    {
        switch (what)
        {
            case "moves on":
                await board.MoveAsync("card-1", "done");
                return Board.Showing("card-1", "done", 3);
            case "moves back":
                await board.MoveAsync("card-1", "todo");
                return Board.Showing("card-1", "todo", 3);
            case "goes down":
                await board.TakeDownAsync("card-1");
                return [];
            default:
                return Board.Showing("card-1", "doing", 2);
        }
    }
}
