namespace Qijiang.WeChat.Push;

/// <summary>What a push is answered, as plain text.</summary>
/// <param name="Status">The HTTP status: 200 or 403.</param>
/// <param name="Body">The whole body; empty with 403.</param>
public sealed record PushAnswer(int Status, string Body)
{
    /// <summary>Taken: WeChat does not send it again. In the clear in secure mode as well.</summary>
    public static readonly PushAnswer Success = new(200, "success");

    /// <summary>A check failed. One answer for all of them, so that a guesser learns nothing.</summary>
    public static readonly PushAnswer Refused = new(403, "");
}
