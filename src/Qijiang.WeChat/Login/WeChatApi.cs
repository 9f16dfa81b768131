using System.Text.Json;

using Microsoft.Extensions.Options;

namespace Qijiang.WeChat.Login;

/// <summary>
/// WeChat's server API. Its addresses carry the AppSecret, so nothing may log them: the registration removes the client's
/// loggers, and no exception leaves this class with an address in it.
/// </summary>
/// <param name="http">A client for <see cref="WeChatOptions.ApiBaseAddress"/>.</param>
/// <param name="options">The settings.</param>
public sealed class WeChatApi(HttpClient http, IOptions<WeChatOptions> options)
{
    /// <summary>Exchanges a code of <c>wx.login</c>. The session key in the answer is not even read: nothing here needs it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>WeChat's answer; null where there was none that could be read: not reached, too late, a gateway's page.</returns>
    public async Task<SessionAnswer?> ExchangeCodeAsync(string code, CancellationToken cancel)
    {
        var settings = options.Value;
        var query = $"sns/jscode2session?appid={Uri.EscapeDataString(settings.AppId)}&secret={Uri.EscapeDataString(settings.AppSecret)}&js_code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        try
        {
            using var response = await http.GetAsync(new Uri(query, UriKind.Relative), cancel);
            if (!response.IsSuccessStatusCode) return null;
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancel), SessionAnswerJson.Default.SessionAnswer);
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or JsonException or Polly.ExecutionRejectedException
            || (unanswered is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }
}
