using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using Qijiang.Core;
using Qijiang.WeChat.Push;

namespace Qijiang.WeChat;

/// <summary>Names every setting that is missing or malformed, all at once, and never its value.</summary>
/// <param name="host">Tells whether this is production.</param>
public sealed class WeChatOptionsValidation(IHostEnvironment host) : IValidateOptions<WeChatOptions>
{
    private const string KeyForm = "must be 43 characters of A-Z, a-z and 0-9, as WeChat's console shows it";
    private const string TokenForm = "must be 3 to 32 letters and digits, as entered in WeChat's console";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WeChatOptions options)
    {
        (string Setting, bool Good, string Demand)[] checks =
        [
            (nameof(options.AppId), IsAppId(options.AppId), "must be the mini-program's AppID: 'wx', then letters and digits"),
            (nameof(options.AppSecret), IsSecret(options.AppSecret), "must be set, without spaces"),
            (nameof(options.Token), IsToken(options.Token), TokenForm),
            (nameof(options.PreviousToken), options.PreviousToken is null or "" || IsToken(options.PreviousToken), TokenForm + ", or left out"),
            (nameof(options.EncodingAesKey), EncodingAesKey.TryParse(options.EncodingAesKey) is not null, KeyForm),
            (nameof(options.PreviousEncodingAesKey), options.PreviousEncodingAesKey is null or "" || EncodingAesKey.TryParse(options.PreviousEncodingAesKey) is not null, KeyForm + ", or left out"),
            (nameof(options.Congress), TextId.IsWellFormed(options.Congress), "must be the id of a congress"),
            (nameof(options.ApiBaseAddress), IsApi(options.ApiBaseAddress), "must be an https address, or an http one on this machine (loopback), ending in '/'"),
            (nameof(options.MaxAge), options.MaxAge > TimeSpan.Zero, "must be longer than zero"),
            (nameof(options.MaxAhead), options.MaxAhead >= TimeSpan.Zero, "must not be negative"),
            (nameof(options.MaxBodyBytes), options.MaxBodyBytes is >= 1024 and <= 16 * 1024 * 1024, "must be between 1024 and 16777216"),
            (nameof(options.AllowPlaintext), !options.AllowPlaintext || !host.IsProduction(), "must be false in production: no signature covers the body of a plaintext push"),
        ];
        var faults = checks.Where(check => !check.Good).Select(check => $"{WeChatOptions.Section}:{check.Setting} {check.Demand}").ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // A null in the configuration is bound as one, whatever the type of the property says.
    private static bool IsAppId(string? text) => text is ['w', 'x', _, ..] && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsSecret(string? text) => text is { Length: > 0 } && text.All(c => c is > ' ' and <= '~');

    private static bool IsToken(string? text) => text is { Length: >= 3 and <= 32 } && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsApi(Uri? address) =>
        address is { IsAbsoluteUri: true } && address.AbsolutePath.EndsWith('/')
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
