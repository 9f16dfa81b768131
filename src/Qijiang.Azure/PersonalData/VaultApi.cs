using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Qijiang.Azure.PersonalData;

/// <summary>The five calls of Key Vault's REST API that root keys need, through the SDK's own pipeline (identity, retries).</summary>
internal sealed class VaultApi
{
    private const string Version = "7.4";
    private readonly Uri _vault;
    private readonly HttpPipeline _pipeline;

    public VaultApi(Uri vault, TokenCredential credential, HttpPipelineTransport? transport)
    {
        _vault = vault;
        var options = new VaultClientOptions();
        if (transport is not null) options.Transport = transport;
        // name.vault.example: the identity is asked for a token to vault.example, whatever cloud it is.
        var scope = $"https://{vault.Host[(vault.Host.IndexOf('.', StringComparison.Ordinal) + 1)..]}/.default";
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>The newest version of a key; null where there is none.</summary>
    public async Task<VaultKey?> FindAsync(string name, CancellationToken cancel)
    {
        if (await SendAsync(RequestMethod.Get, $"keys/{name}", null, cancel) is not { } answer) return null;
        var key = answer.GetProperty("key");
        var signs = key.GetProperty("kty").GetString()!.StartsWith("EC", StringComparison.Ordinal);
        return new(key.GetProperty("kid").GetString()!.Split('/')[^1], signs, signs ? key.GetProperty("x").GetString() : null, signs ? key.GetProperty("y").GetString() : null);
    }

    /// <summary>Uses a version of a key on a value; null where the key is gone.</summary>
    public async Task<byte[]?> UseAsync(string name, string version, string operation, string algorithm, ReadOnlyMemory<byte> value, CancellationToken cancel)
    {
        var body = new JsonObject { ["alg"] = algorithm, ["value"] = Base64Url.EncodeToString(value.Span) };
        return await SendAsync(RequestMethod.Post, $"keys/{name}/{version}/{operation}", body, cancel) is { } answer
            ? Base64Url.DecodeFromChars(answer.GetProperty("value").GetString())
            : null;
    }

    /// <summary>Deletes a key, if it is there.</summary>
    public Task DeleteAsync(string name, CancellationToken cancel) => SendAsync(RequestMethod.Delete, $"keys/{name}", null, cancel);

    private async Task<JsonElement?> SendAsync(RequestMethod method, string path, JsonObject? body, CancellationToken cancel)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_vault, $"{path}?api-version={Version}"));
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
        }

        await _pipeline.SendAsync(message, cancel);
        if (message.Response.Status == 404) return null;
        if (message.Response.IsError) throw new RequestFailedException(message.Response);
        return message.Response.Content.ToObjectFromJson<JsonElement>();
    }

    private sealed class VaultClientOptions : ClientOptions;
}
