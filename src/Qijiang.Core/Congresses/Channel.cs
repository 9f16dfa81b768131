using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Through which channel an act reached us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>Qijiang itself: a timer, a queue.</summary>
    System,

    /// <summary>The WeChat mini-program (微信小程序).</summary>
    MiniProgram,

    /// <summary>WeChat's message push, from the contact button (客服消息).</summary>
    WeChatMessage,

    /// <summary>Said in person and entered by staff (现场).</summary>
    InPerson,

    /// <summary>On paper and entered by staff (纸质).</summary>
    Paper,

    /// <summary>The web application of staff, deputies and agencies.</summary>
    Web,
}
