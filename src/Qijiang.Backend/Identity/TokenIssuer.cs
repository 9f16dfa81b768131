using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Qijiang.Backend.PersonalData;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Identity;

/// <summary>
/// Our own small issuer: short-lived ES256 tokens signed by a key that never leaves the key port. A token says only who it
/// is; what that person may do is asked of the mandates. It also tells JwtBearer which keys to accept.
/// </summary>
public sealed class TokenIssuer(IKeyPort keys, TimeProvider time) : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    /// <summary>The issuer's and the audience's name.</summary>
    public const string Name = "qijiang";

    /// <summary>How long a token holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const string KeyName = "tokens";
    private readonly SemaphoreSlim _once = new(1);
    private OpenIdConnectConfiguration? _configuration;

    /// <summary>The claim of a token that is good in one congress alone.</summary>
    public const string WithinClaim = "within";

    /// <summary>A token for this person.</summary>
    public Task<string> IssueAsync(PersonId person, CancellationToken cancel) => IssueAsync(person, null, cancel);

    /// <summary>A token for this person.</summary>
    /// <param name="person">Who it is.</param>
    /// <param name="within">The one congress in which it is good; null: wherever the person holds an office.</param>
    /// <param name="cancel">Stops waiting for the key.</param>
    public async Task<string> IssueAsync(PersonId person, CongressId? within, CancellationToken cancel)
    {
        await GetConfigurationAsync(cancel);
        var now = time.GetUtcNow();
        var header = new JsonObject { ["alg"] = SecurityAlgorithms.EcdsaSha256, ["typ"] = "JWT", ["kid"] = KeyName };
        var claims = new JsonObject
        {
            ["iss"] = Name,
            ["aud"] = Name,
            ["sub"] = person.Value,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        };
        if (within is { } congress) claims[WithinClaim] = congress.Value;
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(await keys.SignAsync(KeyName, Encoding.ASCII.GetBytes(signed), cancel))}";
    }

    /// <inheritdoc/>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_configuration is { } known) return known;
        await _once.WaitAsync(cancel);
        try
        {
            if (_configuration is { } meanwhile) return meanwhile;
            await keys.CreateAsync(KeyName, KeyUse.Sign, cancel);
            var verifying = ECDsa.Create();
            verifying.ImportSubjectPublicKeyInfo(await keys.GetPublicKeyAsync(KeyName, cancel), out _);
            return _configuration = new OpenIdConnectConfiguration { Issuer = Name, SigningKeys = { new ECDsaSecurityKey(verifying) { KeyId = KeyName } } };
        }
        finally
        {
            _once.Release();
        }
    }

    /// <inheritdoc/>
    public void RequestRefresh() => _configuration = null;

    /// <inheritdoc/>
    public void Dispose() => _once.Dispose();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
