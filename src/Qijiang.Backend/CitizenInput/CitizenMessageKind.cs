namespace Qijiang.Backend.CitizenInput;

/// <summary>What a message from a channel is. Only <see cref="Text"/> is an opinion by itself.</summary>
public enum CitizenMessageKind
{
    /// <summary>Something the channel has brought up since: kept as it came, and acknowledged.</summary>
    Unknown,

    /// <summary>A citizen's words.</summary>
    Text,

    /// <summary>A picture; what names it is in the raw body.</summary>
    Picture,

    /// <summary>A page of the mini-program, passed on as a card (小程序卡片).</summary>
    Page,

    /// <summary>A citizen opened the conversation and has said nothing yet.</summary>
    Opened,

    /// <summary>Any other event of the channel itself.</summary>
    Notice,
}
