using System.Text.Json;
using Qijiang.Backend.Messaging;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Calendar;

/// <summary>Says that the holiday notices have changed: what is due by them has to be looked at, one page of one list after the other.</summary>
/// <param name="Command">The command that changed them.</param>
/// <param name="Congress">Whose deadlines; null: find out whose.</param>
/// <param name="List">Which list is being gone through; null: the first.</param>
/// <param name="After">The key after which to go on; null: from the beginning.</param>
/// <param name="Again">Whether this is the second round.</param>
public sealed record CalendarChanged(string Command, CongressId? Congress = null, string? List = null, string? After = null, bool Again = false)
{
    /// <summary>The queue of these messages.</summary>
    public const string Queue = "calendar";

    internal Message ToMessage(TimeSpan delay = default) =>
        new(Queue, string.Join('|', "calendar", Command, Congress, List, After, Again ? "again" : ""), JsonSerializer.SerializeToUtf8Bytes(this, CalendarJson.Stored.CalendarChanged), delay);

    internal static CalendarChanged Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, CalendarJson.Stored.CalendarChanged)!;
}
