using Qijiang.Backend.Ballots;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>Opens the box of every poll that was opened, also where the process died between the two.</summary>
public sealed class OpenedBoxes(PollUseCases polls, PollOpening opening) : IOnChange
{
    /// <inheritdoc/>
    public async Task StreamChangedAsync(StreamId stream, CancellationToken cancel)
    {
        if (stream.Kind != PollJson.Polls.Name) return;
        var (state, _) = await polls.StateAsync(stream.Congress, new PollId(stream.Id), cancel);
        if (state is Poll.Open { Held: var held }) await opening.OpenAsync(held.Frame, held.Roll.Voters, cancel);
    }
}
