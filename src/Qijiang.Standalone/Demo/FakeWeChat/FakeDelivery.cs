namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>What became of a push.</summary>
/// <param name="Acknowledged">Whether it was answered 200 with <c>success</c> or nothing.</param>
/// <param name="Tries">How often it was sent: once, and up to three times again.</param>
/// <param name="Status">The last HTTP status; 0 where there was no answer within five seconds.</param>
/// <param name="Body">The last answer.</param>
public sealed record FakeDelivery(bool Acknowledged, int Tries, int Status, string Body);
