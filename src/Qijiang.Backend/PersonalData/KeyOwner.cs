using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.PersonalData;

/// <summary>What a data key belongs to; destroying the key destroys all that was written under it.</summary>
/// <param name="Name">The partition of the key's row.</param>
public sealed record KeyOwner(string Name)
{
    /// <summary>Look-ups by keyed hash, over the whole installation.</summary>
    public static KeyOwner Lookups { get; } = new("installation|lookups");

    /// <summary>A person's own key: names, numbers, words.</summary>
    public static KeyOwner Person(PersonId person) => new($"person|{person.Value}");

    /// <summary>A stream's key: its official texts.</summary>
    public static KeyOwner Stream(StreamId stream) => new($"stream|{stream.Partition}");
}
