namespace Qijiang.Backend.Http;

/// <summary>How long texts may be, in UTF-16 code units. A longer one is refused by its field; nothing is ever cut.</summary>
public static class TextLimits
{
    /// <summary>A name, a place, a title: every text of a request that does not say otherwise with <see cref="MaxTextAttribute"/>.</summary>
    public const int Line = 200;

    /// <summary>A citizen's words, a suggestion, a reply, reasons.</summary>
    public const int Body = 20_000;
}
