using System.Text.Json.Serialization;

namespace Qijiang.WeChat.Login;

/// <summary>What <c>jscode2session</c> answers, with HTTP status 200 also where it refuses.</summary>
public sealed record SessionAnswer
{
    /// <summary>The citizen's openid, where it succeeded.</summary>
    [JsonPropertyName("openid")]
    public string? OpenId { get; init; }

    /// <summary>0 or absent where it succeeded.</summary>
    [JsonPropertyName("errcode")]
    public int ErrCode { get; init; }

    /// <summary>For people; ends in the request id by which WeChat finds the call. Never decided upon.</summary>
    [JsonPropertyName("errmsg")]
    public string? ErrMsg { get; init; }

    /// <summary>Never the openid.</summary>
    public override string ToString() => $"(errcode {ErrCode})";
}

/// <summary>Reads WeChat's answers.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SessionAnswer))]
internal sealed partial class SessionAnswerJson : JsonSerializerContext;
