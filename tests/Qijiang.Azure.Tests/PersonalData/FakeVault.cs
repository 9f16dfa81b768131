using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Qijiang.Azure.Tests.PersonalData;

/// <summary>Plays Key Vault's REST API with real keys, in memory: what the documentation says of these calls, and no more.</summary>
internal sealed class FakeVault : HttpMessageHandler
{
    private readonly Dictionary<string, Dictionary<string, AsymmetricAlgorithm>> _keys = [];

    public List<string> Calls { get; } = [];

    public static Uri Address { get; } = new("https://one.vault.example/");

    /// <summary>Makes a key, or a newer version of it.</summary>
    public void Make(string name, string version, AsymmetricAlgorithm key)
    {
        if (!_keys.TryGetValue(name, out var versions)) _keys[name] = versions = [];
        versions[version] = key;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not { Scheme: "Bearer", Parameter: "https://vault.example/.default" } || request.RequestUri!.Query != "?api-version=7.4")
            return new(HttpStatusCode.Unauthorized);
        var path = request.RequestUri.AbsolutePath.Trim('/').Split('/');
        Calls.Add($"{request.Method} {string.Join('/', path)}");
        if (path is not ["keys", var name, ..] || !_keys.TryGetValue(name, out var versions)) return new(HttpStatusCode.NotFound);
        if (request.Method == HttpMethod.Delete)
        {
            _keys.Remove(name);
            return Answer(new JsonObject());
        }

        if (path.Length == 2) return Answer(new JsonObject { ["key"] = Describe(name, versions.Last().Key, versions.Last().Value) });
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        try
        {
            var value = Use(versions[path[2]], path[3], (string)body["alg"]!, Base64Url.DecodeFromChars((string)body["value"]!));
            return Answer(new JsonObject { ["kid"] = $"{Address}keys/{name}/{path[2]}", ["value"] = Base64Url.EncodeToString(value) });
        }
        catch (CryptographicException)
        {
            return new(HttpStatusCode.BadRequest);
        }
    }

    private static byte[] Use(AsymmetricAlgorithm key, string operation, string algorithm, byte[] value) => (key, operation, algorithm) switch
    {
        (RSA rsa, "wrapkey", "RSA-OAEP-256") => rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256),
        (RSA rsa, "unwrapkey", "RSA-OAEP-256") => rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256),
        (ECDsa ec, "sign", "ES256") when value.Length == 32 => ec.SignHash(value),
        _ => throw new CryptographicException("no such operation"),
    };

    private static JsonObject Describe(string name, string version, AsymmetricAlgorithm key)
    {
        var kid = $"{Address}keys/{name}/{version}";
        if (key is not ECDsa ec) return new JsonObject { ["kid"] = kid, ["kty"] = "RSA" };
        var point = ec.ExportParameters(false).Q;
        return new JsonObject { ["kid"] = kid, ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    private static HttpResponseMessage Answer(JsonObject body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };

    /// <summary>Gives the scope it was asked for as the token.</summary>
    internal sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(requestContext.Scopes.Single(), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
