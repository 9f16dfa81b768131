using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Qijiang.Azure.PersonalData;

namespace Qijiang.Azure.Tests.PersonalData;

/// <summary>
/// A loopback server that answers the REST calls of a key vault's keys, with real cryptography: soft deletion, purging that
/// takes a while, purge protection, versions, and the errors as the service words them.
/// </summary>
internal sealed class FakeVault : IAsyncDisposable
{
    public const string Token = "token-of-the-tests";

    private static readonly X509Certificate2 Certificate = SelfSigned();

    // Making one takes a second on a busy machine: all fakes have the same ones, and none has one twice.
    private static readonly Lazy<byte[]>[] RsaKeys = [.. Enumerable.Range(0, 3).Select(_ => new Lazy<byte[]>(NewRsaKey))];

    private readonly ConcurrentDictionary<string, List<Key>> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Deleted> deleted = new(StringComparer.Ordinal);
    private int rsaKeys;
    private WebApplication? app;

    /// <summary>Whether deleted keys stay until their retention ends.</summary>
    public bool PurgeProtected { get; set; }

    /// <summary>How many calls a purge outlasts.</summary>
    public int PurgeTakesCalls { get; set; }

    /// <summary>So many of the next calls are answered with this status.</summary>
    public (int Times, int Status) Failing { get; set; }

    public Uri Address { get; private set; } = null!;

    /// <summary>"METHOD path" of every call.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public async Task<KeyVaultKeyPort> PortAsync(TimeProvider time)
    {
        if (app is null)
            await StartAsync();
        var options = new KeyVaultOptions { Transport = new HttpClientTransport(Trusting()), Scope = "https://vault.example/.default" };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return new KeyVaultKeyPort(Address, new FixedCredential(Token), options, time);
    }

    /// <summary>Deletes a key as an operator would, past the port.</summary>
    public void DeleteByHand(string name) => Delete(name);

    /// <summary>Adds a version as a rotation policy would.</summary>
    public void Rotate(string name) => keys[name].Add(NewKey(keys[name][^1].Kty, keys[name][^1].Tags));

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate)));
        app = builder.Build();
        app.Use(async (context, next) =>
        {
            if (Refusal(context) is { } refusal)
                await refusal.ExecuteAsync(context);
            else
                await next(context);
        });
        app.MapGet("/keys/{name}", (string name) => keys.TryGetValue(name, out var versions) ? Results.Json(Bundle(name, versions[^1])) : NotFound(name));
        app.MapPost("/keys/{name}/create", (string name, JsonObject body) => Create(name, body));
        app.MapPatch("/keys/{name}/{version}", (string name, string version, JsonObject body) => Tag(name, version, body));
        app.MapPost("/keys/{name}/{version}/{operation}", (string name, string version, string operation, JsonObject body) => Operate(name, version, operation, body));
        app.MapDelete("/keys/{name}", (string name) => Delete(name));
        app.MapGet("/deletedkeys/{name}", (string name) => deleted.TryGetValue(name, out var it) ? Results.Json(it.Bundle) : NotFound(name));
        app.MapDelete("/deletedkeys/{name}", (string name) => Purge(name));
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
    }

    private IResult? Refusal(HttpContext context)
    {
        Calls.Enqueue($"{context.Request.Method} {context.Request.Path}");
        foreach (var (name, it) in deleted.Where(pair => pair.Value.PurgeLeft > 0))
        {
            if (--it.PurgeLeft == 0)
                deleted.TryRemove(name, out _);
        }

        if (context.Request.Query["api-version"] != "7.4")
            return Error(400, "BadParameter", "api-version must be specified");
        if (context.Request.Headers.Authorization != $"Bearer {Token}")
            return Error(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.");
        if (Failing.Times == 0)
            return null;
        Failing = Failing with { Times = Failing.Times - 1 };
        return Error(Failing.Status, Failing.Status == 403 ? "Forbidden" : "Throttled", "As the test wished.");
    }

    private IResult Create(string name, JsonObject body)
    {
        if (deleted.ContainsKey(name))
            return Error(409, "Conflict", $"Key {name} is currently in a deleted but recoverable state, and its name cannot be reused.");
        var key = NewKey(body["kty"]!.GetValue<string>(), body["tags"]!.DeepClone().AsObject());
        if (key.Rsa?.KeySize != body["key_size"]?.GetValue<int>())
            return Error(400, "BadParameter", "This fake has RSA keys of 3072 bits.");
        keys.GetOrAdd(name, _ => []).Add(key);
        return Results.Json(Bundle(name, key));
    }

    private IResult Tag(string name, string version, JsonObject body)
    {
        if (Find(name, version) is not { } key)
            return NotFound(name);
        key.Tags = body["tags"]!.DeepClone().AsObject();
        return Results.Json(Bundle(name, key));
    }

    private IResult Operate(string name, string version, string operation, JsonObject body)
    {
        if (Find(name, version) is not { } key)
            return NotFound(name);
        var value = Base64Url.DecodeFromChars(body["value"]!.GetValue<string>());
        try
        {
            byte[]? result = (operation, body["alg"]!.GetValue<string>(), key.Rsa, key.Ec) switch
            {
                ("wrapkey", "RSA-OAEP-256", { } rsa, _) => rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256),
                ("unwrapkey", "RSA-OAEP-256", { } rsa, _) => rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256),
                ("sign", "ES256", _, { } ec) when value.Length == 32 => ec.SignHash(value),
                _ => null,
            };
            return result is null
                ? Error(400, "BadParameter", $"Key and alg do not go together: {operation}.")
                : Results.Json(new JsonObject { ["kid"] = Kid(name, key), ["value"] = Base64Url.EncodeToString(result) });
        }
        catch (CryptographicException)
        {
            return Error(400, "BadParameter", "The parameter is incorrect.");
        }
    }

    private IResult Delete(string name)
    {
        if (!keys.TryRemove(name, out var versions))
            return NotFound(name);
        var bundle = Bundle(name, versions[^1]);
        bundle["attributes"] = new JsonObject { ["recoveryLevel"] = PurgeProtected ? "Recoverable" : "Recoverable+Purgeable" };
        bundle["scheduledPurgeDate"] = DateTimeOffset.Parse("2027-02-22T00:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        deleted[name] = new Deleted(bundle);
        return Results.Json(bundle.DeepClone());
    }

    private IResult Purge(string name)
    {
        if (!deleted.TryGetValue(name, out var it))
            return NotFound(name);
        if (PurgeProtected)
            return Error(403, "Forbidden", "Operation \"purge\" is not allowed on this key.");
        if (it.PurgeLeft > 0)
            return Error(409, "Conflict", $"Key {name} is currently being deleted.");
        it.PurgeLeft = PurgeTakesCalls;
        if (it.PurgeLeft == 0)
            deleted.TryRemove(name, out _);
        return Results.NoContent();
    }

    private Key? Find(string name, string version) => keys.GetValueOrDefault(name)?.Find(key => key.Version == version);

    private string Kid(string name, Key key) => $"{Address}keys/{name}/{key.Version}";

    private JsonObject Bundle(string name, Key key)
    {
        var jwk = new JsonObject { ["kid"] = Kid(name, key), ["kty"] = key.Kty };
        if (key.Ec?.ExportParameters(false).Q is { } q)
        {
            jwk["crv"] = "P-256";
            jwk["x"] = Base64Url.EncodeToString(q.X);
            jwk["y"] = Base64Url.EncodeToString(q.Y);
        }

        return new JsonObject { ["key"] = jwk, ["tags"] = key.Tags.DeepClone(), ["attributes"] = new JsonObject { ["enabled"] = true } };
    }

    private static IResult NotFound(string name) => Error(404, "KeyNotFound", $"A key with (name/id) {name} was not found in this key vault.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, statusCode: status);

    private HttpClientHandler Trusting() => new()
    {
        ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == Certificate.Thumbprint,
    };

    private Key NewKey(string kty, JsonObject tags) => new(kty, tags, kty == "RSA" ? RsaKeys[rsaKeys++].Value : null);

    private static byte[] NewRsaKey()
    {
        using var rsa = RSA.Create(3072);
        return rsa.ExportRSAPrivateKey();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private sealed class Key
    {
        public Key(string kty, JsonObject tags, byte[]? rsaKey)
        {
            (Kty, Tags) = (kty, tags);
            if (rsaKey is null)
            {
                Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                return;
            }

            Rsa = RSA.Create();
            Rsa.ImportRSAPrivateKey(rsaKey, out _);
        }

        public string Kty { get; }

        public string Version { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

        public JsonObject Tags { get; set; }

        public RSA? Rsa { get; }

        public ECDsa? Ec { get; }
    }

    private sealed class Deleted(JsonObject bundle)
    {
        public JsonObject Bundle { get; } = bundle;

        public int PurgeLeft { get; set; }
    }
}
