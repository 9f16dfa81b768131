using System.Text.Json;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.CitizenInput;

/// <summary>In which lists an opinion appears.</summary>
public sealed class OpinionView(OpinionUseCases opinions, DueEntries due) : IListView
{
    /// <summary>Those whose kind a person still has to settle.</summary>
    public const string AwaitingKind = "opinions|awaiting-kind";

    /// <summary>All but the sealed ones.</summary>
    public const string All = "opinions|all";

    /// <summary>Reports of wrongdoing: for those alone who may see them.</summary>
    public const string Sealed = "opinions|sealed";

    /// <summary>Those handed to a deputy.</summary>
    public static string OfDeputy(PersonId deputy) => $"opinions|deputy|{deputy.Value}";

    /// <summary>A citizen's own.</summary>
    public static string OfSender(PersonId sender) => $"opinions|sender|{sender.Value}";

    /// <inheritdoc/>
    public string Kind => OpinionJson.Opinions.Name;

    /// <inheritdoc/>
    public async Task<(int Version, IReadOnlyList<ListEntry> Entries)> EntriesAsync(StreamId stream, CancellationToken cancel)
    {
        var history = await opinions.LoadAsync(stream.Congress, new OpinionId(stream.Id), cancel);
        if (history.IsEmpty) return (history.Version, []);

        var received = history.Events[0].Happening;
        var state = OpinionJson.Opinions.StateOf(history);
        var deputies = state is Opinion.Open open ? open.Deputies : [];
        var row = new OpinionRow(new OpinionId(stream.Id), received.OccurredOn, received.Channel, OpinionReading.KindOf(state), state is Opinion.Closed);
        var data = JsonSerializer.SerializeToUtf8Bytes(row, OpinionJson.Stored.OpinionRow);
        var key = $"{received.OccurredOn:uuuuMMdd}|{stream.Id}";
        var isSealed = OpinionReading.KindOf(state) is OpinionKind.Wrongdoing;
        var questions = new List<string> { OfSender(received.By.Principal), isSealed ? Sealed : All };
        if (state is Opinion.Unsettled) questions.Add(AwaitingKind);
        questions.AddRange(deputies.Select(OfDeputy));
        return (history.Version, [.. questions.Select(q => new ListEntry(q, key, data)), .. await due.OfAsync(stream, OpinionObligations.Of(state), cancel, isSealed)]);
    }
}
