namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>The data format set in WeChat's console.</summary>
public enum FakePushFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML.</summary>
    Xml,
}
