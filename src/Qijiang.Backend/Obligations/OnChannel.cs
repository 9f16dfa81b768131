using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Backend.Messaging;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>A reminder, or a digest of them, on its way through one channel.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Notice">The reminder; null where it is a digest.</param>
/// <param name="Digest">The digest; null where it is a single reminder.</param>
public sealed record OnChannel(string Channel, ReminderNotice? Notice, OnChannel.DigestRef? Digest = null)
{
    /// <summary>The queue of these messages.</summary>
    public const string Queue = "outgoing";

    /// <summary>The same however often it is delivered.</summary>
    [JsonIgnore]
    public string Id => $"{Notice?.Id ?? Digest!.Id}|{Channel}";

    /// <summary>The message that sends it on its way.</summary>
    internal Message ToMessage() => new(Queue, Id, JsonSerializer.SerializeToUtf8Bytes(this, ObligationJson.Stored.OnChannel));

    /// <summary>Names a digest.</summary>
    /// <param name="Congress">The congress.</param>
    /// <param name="Recipient">The key of the recipient.</param>
    /// <param name="Day">The day.</param>
    public sealed record DigestRef(CongressId Congress, string Recipient, LocalDate Day)
    {
        /// <summary>The same for the same recipient and day.</summary>
        [JsonIgnore]
        public string Id => $"{Congress}|digest|{Recipient}|{Day:uuuuMMdd}";
    }
}
