using System.Globalization;
using System.Security.Cryptography;

namespace Qijiang.Benchmarks.Appends;

/// <summary>The rows of one append, as bytes, with its message. Streams hold ten appends each.</summary>
/// <param name="Events">The events' rows.</param>
/// <param name="Message">The message's body.</param>
internal sealed record SampleAppend(IReadOnlyList<byte[]> Events, byte[] Message)
{
    /// <summary>An event of common size.</summary>
    public const int EventBytes = 700;

    private const int AppendsInAStream = 10;
    private const int MessageBytes = 400;

    /// <summary>All its bytes.</summary>
    public int Bytes => Events.Sum(row => row.Length) + Message.Length;

    /// <summary>So many events of 700 B, and a message of 400 B.</summary>
    public static SampleAppend Of(int events) =>
        new([.. Enumerable.Range(0, events).Select(_ => RandomNumberGenerator.GetBytes(EventBytes))], RandomNumberGenerator.GetBytes(MessageBytes));

    /// <summary>The partition of a caller's nth append.</summary>
    public static string PartitionOf(int caller, int n) => string.Create(CultureInfo.InvariantCulture, $"qijiang|suggestion|JY-{caller:00}-{n / AppendsInAStream}");

    /// <summary>The key of the event of this index within a caller's nth append.</summary>
    public string KeyOf(int n, int index) => ((n % AppendsInAStream * Events.Count) + index + 1).ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The message's id.</summary>
    public static string MessageIdOf(int caller, int n) => string.Create(CultureInfo.InvariantCulture, $"{caller}@{n}");
}
