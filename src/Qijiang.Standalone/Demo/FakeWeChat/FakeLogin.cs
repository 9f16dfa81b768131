using System.Security.Cryptography;

namespace Qijiang.Standalone.Demo.FakeWeChat;

/// <summary>Plays WeChat's <c>jscode2session</c>: codes serve once, for five minutes. Errors come with status 200, as there.</summary>
/// <param name="account">The mini-program that may ask.</param>
/// <param name="time">The clock by which codes grow old.</param>
public sealed class FakeLogin(FakeAccount account, TimeProvider time)
{
    private static readonly TimeSpan _life = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string OpenId, DateTimeOffset Issued, bool Used)> _codes = new(StringComparer.Ordinal);
    private readonly Queue<Func<IResult>> _failures = new();

    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>What <c>wx.login()</c> gives the mini-program of this person.</summary>
    /// <param name="openId">Who signs in.</param>
    public string IssueCode(string openId)
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (_gate) _codes[code] = (openId, time.GetUtcNow(), Used: false);
        return code;
    }

    /// <summary>Answers the next call with an errcode, whatever it asks.</summary>
    /// <param name="errcode">The code.</param>
    public void RefuseNext(int errcode) => FailNext(() => Refused(errcode, "refused on demand"));

    /// <summary>Answers the next call with a gateway's page: status 502, no JSON.</summary>
    public void BreakNext() => FailNext(() => Results.Content("<html><body>502 Bad Gateway</body></html>", "text/html", statusCode: StatusCodes.Status502BadGateway));

    /// <summary>Maps it where WeChat has it.</summary>
    /// <param name="routes">Where to map it.</param>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sns/jscode2session", (string? appid, string? secret, string? js_code) => Exchange(appid, secret, js_code));

    private void FailNext(Func<IResult> failure)
    {
        lock (_gate) _failures.Enqueue(failure);
    }

    private IResult Exchange(string? appId, string? secret, string? code)
    {
        lock (_gate)
        {
            Calls++;
            if (_failures.TryDequeue(out var failure)) return failure();
            if (appId != account.AppId) return Refused(40013, "invalid appid");
            if (secret != account.AppSecret) return Refused(40125, "invalid appsecret");
            if (code is null || !_codes.TryGetValue(code, out var issued) || time.GetUtcNow() - issued.Issued >= _life) return Refused(40029, "invalid code");
            if (issued.Used) return Refused(40163, "code been used");
            _codes[code] = issued with { Used = true };
            return Results.Json(new { session_key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)), openid = issued.OpenId });
        }
    }

    private static IResult Refused(int errcode, string errmsg) =>
        Results.Json(new { errcode, errmsg = $"{errmsg}, rid: {RandomNumberGenerator.GetHexString(8, lowercase: true)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}" });
}
