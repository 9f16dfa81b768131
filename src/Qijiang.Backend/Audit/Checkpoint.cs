using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;

namespace Qijiang.Backend.Audit;

// Stored for ever: these members are the storage format, and Text is what is signed. Add; never rename or remove.

/// <summary>
/// 存证点: what all streams were at a moment. It is signed as <see cref="Text"/>, eight lines that anyone can write down and check
/// without this software.
/// </summary>
/// <param name="Number">Its place in the chain of checkpoints, from 1.</param>
/// <param name="MadeAt">When it was made (technical time), to the second.</param>
/// <param name="Streams">How many streams it covers.</param>
/// <param name="Heads">The hash over the heads of all streams, a line each, by the ordinal order of the streams.</param>
/// <param name="Before">The hash of the checkpoint before it; <c>none</c> for the first.</param>
/// <param name="Key">The hash of the public key that it is signed with.</param>
/// <param name="Suite">The suite of the signature.</param>
public sealed record Checkpoint(int Number, Instant MadeAt, int Streams, string Heads, string Before, string Key, string Suite)
{
    /// <summary>What <see cref="Before"/> says in the first one.</summary>
    public const string None = "none";

    /// <summary>What is signed, as UTF-8.</summary>
    [JsonIgnore]
    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        qijiang checkpoint 1
        number: {Number}
        made: {MadeAt}
        streams: {Streams}
        heads: {Heads}
        before: {Before}
        key: {Key}
        suite: {Suite}

        """).ReplaceLineEndings("\n");

    /// <summary>The hash of <see cref="Text"/>, with its suite: with the number, all that has to be kept on paper.</summary>
    [JsonIgnore]
    public string Hash => NamedHash.Of(Encoding.UTF8.GetBytes(Text));
}
