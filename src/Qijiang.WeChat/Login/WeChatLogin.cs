using System.Text.RegularExpressions;

using Microsoft.Extensions.Logging;

using Qijiang.Backend.Identity;

namespace Qijiang.WeChat.Login;

/// <summary>Signs citizens in by the code of <c>wx.login</c>. A code that was sent is never sent again: it would be used up.</summary>
/// <param name="api">WeChat's server API.</param>
/// <param name="logger">Gets the errcode and WeChat's request id of what is refused, never who.</param>
public sealed partial class WeChatLogin(WeChatApi api, ILogger<WeChatLogin> logger) : ICitizenLogin
{
    private const int MaxCodeLength = 256;

    /// <inheritdoc/>
    public async Task<CitizenLoginOutcome> ExchangeAsync(string code, CancellationToken cancel)
    {
        if (code.Length is 0 or > MaxCodeLength || !code.All(c => c is > ' ' and <= '~')) return new LoginCodeInvalid();
        if (await api.ExchangeCodeAsync(code, cancel) is not { } answer)
        {
            logger.LogWarning("WeChat gave no readable answer to a sign-in");
            return new LoginUnavailable();
        }
        if (answer is { ErrCode: 0, OpenId: { Length: > 0 } openId }) return new CitizenLoginOutcome.Known(new(openId));

        var kind = ErrorCodes.ClassOf(answer.ErrCode);
        logger.Log(LevelOf(kind), "WeChat refused a sign-in: errcode {ErrCode} ({Class}), rid {Rid}", answer.ErrCode, kind, RidOf(answer.ErrMsg));
        return (answer.ErrCode, kind) switch
        {
            (ErrorCodes.CodeInvalid or ErrorCodes.CodeUsed, _) => new LoginCodeInvalid(),
            (ErrorCodes.UserBlocked, _) => new LoginBlocked(),
            (_, ErrorClass.SlowDown or ErrorClass.Transient) => new LoginBusy(),
            _ => new LoginUnavailable(),
        };
    }

    private static LogLevel LevelOf(ErrorClass kind) => kind switch
    {
        ErrorClass.UserOrData => LogLevel.Information,
        ErrorClass.SlowDown or ErrorClass.Transient => LogLevel.Warning,
        _ => LogLevel.Error,
    };

    private static string RidOf(string? errmsg) => Rid().Match(errmsg ?? "") is { Success: true } found ? found.Groups[1].Value : "none";

    [GeneratedRegex("rid: ?([0-9a-f-]{1,64})")]
    private static partial Regex Rid();
}
