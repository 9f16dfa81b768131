using NodaTime;

using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>One message from a channel, checked and read. Not stored in this form: it holds personal data in the clear.</summary>
public sealed record CitizenMessage
{
    /// <summary>The congress that the channel serves.</summary>
    public required CongressId Congress { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>
    /// The same for every delivery of the same message, another one for any other message; printable ASCII without
    /// <c>/ \ # ?</c>. It may hold an openid: keep it as a keyed hash only, for at least 24 hours.
    /// </summary>
    public required string DedupKey { get; init; }

    /// <summary>What it is.</summary>
    public required CitizenMessageKind Kind { get; init; }

    /// <summary>The channel's own name of the kind or event: <c>text</c>, <c>user_enter_tempsession</c>; empty where it gave none.</summary>
    public required string Name { get; init; }

    /// <summary>The openid of the citizen who sent it or whom it concerns; null where it concerns none. Never null for <see cref="CitizenMessageKind.Text"/>.</summary>
    public required string? Sender { get; init; }

    /// <summary>When it was sent, by the channel's clock; null where the channel gave no readable time.</summary>
    public required Instant? SentAt { get; init; }

    /// <summary>The citizen's words; for <see cref="CitizenMessageKind.Text"/> alone, and then never null.</summary>
    public string? Text { get; init; }

    /// <summary>The decrypted body as it came (JSON or XML, UTF-8), with all that is not read yet.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Never what was said, nor by whom.</summary>
    public override string ToString() => $"({Kind} message, {Name})";
}
