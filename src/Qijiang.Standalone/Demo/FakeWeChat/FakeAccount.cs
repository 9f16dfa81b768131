namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>The mini-program as WeChat's console would show it. Invented; the played servers and ours are set up with the same.</summary>
/// <param name="AppId">The AppID.</param>
/// <param name="AppSecret">The AppSecret.</param>
/// <param name="OriginalId">The original id (<c>gh_…</c>), to which messages are addressed.</param>
/// <param name="Token">The Token of the message push.</param>
/// <param name="EncodingAesKey">The EncodingAESKey of the message push.</param>
public sealed record FakeAccount(string AppId, string AppSecret, string OriginalId, string Token, string EncodingAesKey);
