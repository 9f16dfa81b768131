namespace Qijiang.WeChat;

/// <summary>The settings of one mini-program (小程序), by the names of WeChat's console. Checked at start.</summary>
public sealed class WeChatOptions
{
    /// <summary>The section of the configuration: <c>WeChat</c>.</summary>
    public const string Section = "WeChat";

    /// <summary>The mini-program's AppID: <c>wx…</c>.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The mini-program's AppSecret.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>The Token of the message push: 3 to 32 letters and digits.</summary>
    public string Token { get; set; } = "";

    /// <summary>The Token in force before the last change; accepted too while it is set.</summary>
    public string? PreviousToken { get; set; }

    /// <summary>The EncodingAESKey of the message push: 43 letters and digits.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>The EncodingAESKey in force before the last change; tried after the current one while it is set.</summary>
    public string? PreviousEncodingAesKey { get; set; }

    /// <summary>The id of the congress whose mini-program this is: WeChat's push names none.</summary>
    public string Congress { get; set; } = "";

    /// <summary>Where WeChat's server API is. HTTPS, or a loopback address where WeChat is played.</summary>
    public Uri ApiBaseAddress { get; set; } = new("https://api.weixin.qq.com/");

    /// <summary>How old a push may be; 10 minutes unless told otherwise. Repeats within it are found by their key.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far ahead of our clock a push may be; 5 minutes unless told otherwise.</summary>
    public TimeSpan MaxAhead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest body of a push, in bytes; 256 KiB unless told otherwise.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>
    /// Whether pushes in plaintext mode (明文模式) are taken. Their body is covered by no signature, so this is for trying things
    /// out alone: in production the host does not start with it.
    /// </summary>
    public bool AllowPlaintext { get; set; }
}
