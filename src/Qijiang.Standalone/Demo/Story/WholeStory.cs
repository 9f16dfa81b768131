using NodaTime;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>The story from the citizens' words to the announced result: steps 1 to 5. The demo and the tests play this very one.</summary>
public static class WholeStory
{
    /// <summary>The day on which the back end has to be started.</summary>
    public static readonly LocalDate Begins = ThreeDoors.Day;

    /// <summary>What was seen, step by step.</summary>
    /// <param name="Doors">Step 1.</param>
    /// <param name="Words">Step 2.</param>
    /// <param name="Assigned">Step 3.</param>
    /// <param name="Promise">Step 4.</param>
    /// <param name="Poll">Step 5.</param>
    public sealed record Told(ThreeDoors.Told Doors, DeputysOwnWords.Told Words, AssignedInABatch.Told Assigned, PromiseLapsed.Told Promise, DistrictPoll.Told Poll);

    /// <summary>Plays it.</summary>
    /// <param name="world">Where; its back end was started on <see cref="Begins"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StoryFailedException">The back end did not do what the story says.</exception>
    public static async Task<Told> PlayAsync(World world, CancellationToken cancel)
    {
        var doors = await ThreeDoors.PlayAsync(world, cancel);
        var words = await DeputysOwnWords.PlayAsync(world, doors, cancel);
        var assigned = await AssignedInABatch.PlayAsync(world, words.Suggestion, cancel);
        var promise = await PromiseLapsed.PlayAsync(world, doors.MiniProgram, words.Suggestion, cancel);
        var poll = await DistrictPoll.PlayAsync(world, cancel);
        return new(doors, words, assigned, promise, poll);
    }
}
