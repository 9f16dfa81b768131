using System.Text;
using Microsoft.Extensions.Options;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Congresses;

/// <summary>
/// Congresses' own layers: what the folder offers, and what was taken. What was taken lies in the store, so that every
/// instance works under the same, and a faulty or missing file takes nothing away, after a restart neither.
/// </summary>
public sealed class OwnRules
{
    private const string Table = "rules";
    private const string Key = "own";
    private readonly IRowStore _rows;
    private readonly string? _folder;

    /// <summary>Looks for the folder.</summary>
    /// <param name="rows">The store.</param>
    /// <param name="settings">The folder.</param>
    /// <exception cref="SettingException">There is no such folder.</exception>
    public OwnRules(IRowStore rows, IOptions<RuleSettings> settings)
    {
        (_rows, _folder) = (rows, SettingFolder.Find($"{RuleSettings.Section}:{nameof(RuleSettings.Folder)}", settings.Value.Folder));
    }

    /// <summary>What a congress's file is called.</summary>
    public static string FileOf(CongressId congress) => $"{congress}.json";

    /// <summary>Whether there is a folder to look into.</summary>
    internal bool HasFolder => _folder is not null;

    /// <summary>What the folder offers now; null where it has no such file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    internal async Task<RuleLayer?> OfferedAsync(CongressId congress, CancellationToken cancel) =>
        _folder is not null && Path.Combine(_folder, FileOf(congress)) is var path && File.Exists(path) ? new(FileOf(congress), await File.ReadAllTextAsync(path, cancel)) : null;

    /// <summary>What was taken last; null where nothing was.</summary>
    internal async Task<Taken?> TakenAsync(CongressId congress, CancellationToken cancel) =>
        await _rows.GetAsync(Table, congress.Value, Key, cancel) is { } row ? new(new(FileOf(congress), Encoding.UTF8.GetString(row.Data.Span)), row.ETag) : null;

    /// <summary>Takes a layer; false where another instance was first.</summary>
    internal async Task<bool> TakeAsync(CongressId congress, RuleLayer layer, Taken? before, CancellationToken cancel)
    {
        var text = Encoding.UTF8.GetBytes(layer.Json);
        Change change = before is null ? new Change.Insert(Key, text) : new Change.Replace(Key, before.ETag, text);
        return await _rows.CommitAsync(Table, congress.Value, [change], [], cancel) is CommitResult.Committed;
    }

    /// <summary>A layer that was taken.</summary>
    /// <param name="Layer">The layer.</param>
    /// <param name="ETag">Its row's.</param>
    internal sealed record Taken(RuleLayer Layer, string ETag);
}
