using System.Globalization;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>The last row of a stream: through its link to the row before, and that one's, it stands for the whole stream.</summary>
/// <param name="Stream">The stream's partition.</param>
/// <param name="Version">The version of that row.</param>
/// <param name="Hash">The hash of its stored bytes, with its suite.</param>
public sealed record StreamHead(string Stream, int Version, string Hash)
{
    /// <summary>One line, as it is stored, hashed and exported: stream, version, hash, with a space between.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream} {Version} {Hash}");

    /// <summary>Reads such a line.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static StreamHead Parse(string line) =>
        line.Split(' ') is [var stream, var version, var hash] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && StoreLimits.IsKey(stream)
            ? new(stream, number, hash)
            : throw new FormatException($"'{line}' is not the head of a stream");
}
