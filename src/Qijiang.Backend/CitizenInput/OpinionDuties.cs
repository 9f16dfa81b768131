using Qijiang.Backend.Obligations;
using Qijiang.Backend.Storage;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.CitizenInput;

/// <summary>What is owed to citizens for their opinions.</summary>
public sealed class OpinionDuties(OpinionUseCases opinions) : IDutySource
{
    /// <inheritdoc/>
    public string Kind => OpinionJson.Opinions.Name;

    /// <inheritdoc/>
    public async Task<OwedIn> OfAsync(StreamId stream, CancellationToken cancel)
    {
        var state = OpinionJson.Opinions.StateOf(await opinions.LoadAsync(stream.Congress, new OpinionId(stream.Id), cancel));
        return new(OpinionObligations.Of(state), OpinionReading.KindOf(state) is OpinionKind.Wrongdoing);
    }
}
