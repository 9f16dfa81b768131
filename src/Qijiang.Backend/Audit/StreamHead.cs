using System.Globalization;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>Where a stream ends: through the link of its last event to the one before, and that one's, it stands for the whole stream.</summary>
/// <param name="Stream">The stream's partition.</param>
/// <param name="Version">The last version, voids counted.</param>
/// <param name="Hash">The hash of the stored bytes of the last event up to there, with its suite; of no bytes where there are voids alone.</param>
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
