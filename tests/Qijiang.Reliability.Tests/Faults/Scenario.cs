using Qijiang.Core.Congresses;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>A piece of the story, and what of it can be seen at the end.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PlayAsync">Plays it.</param>
/// <param name="Seen">Who reads which addresses in the end; names of ids in angle brackets.</param>
internal sealed record Scenario(string Name, Func<House, Task> PlayAsync, params (PersonId Who, string Path)[] Seen)
{
    public override string ToString() => Name;

    /// <summary>All that can be seen, with ids by their names.</summary>
    public async Task<string> SeeAsync(House house)
    {
        var seen = new List<string>();
        foreach (var (who, path) in Seen)
            seen.Add($"{who} {path}: {house.Named(await house.GetAsync(who, house.Names.Aggregate(path, (p, id) => p.Replace($"<{id.Key}>", id.Value, StringComparison.Ordinal))))}");
        return string.Join('\n', seen);
    }
}
