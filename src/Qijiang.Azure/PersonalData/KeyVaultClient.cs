using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Qijiang.Azure.PersonalData;

/// <summary>
/// The few calls of Key Vault's REST interface that the key port needs, over the SDK's own pipeline (tokens, retries,
/// diagnostics). The SDK's client for keys could not be had where this was written; with it this class would go.
/// </summary>
internal sealed class KeyVaultClient(Uri vault, HttpPipeline pipeline)
{
    private const string ApiVersion = "7.4";
    private const int NotFound = 404;
    private const int Conflict = 409;

    /// <summary>The current version of a key; null: none.</summary>
    public Task<KeyBundle?> FindAsync(string name, CancellationToken cancel) =>
        SendAsync(RequestMethod.Get, $"keys/{name}", null, KeyVaultJson.Default.KeyBundle, [NotFound], cancel);

    /// <summary>A key that was deleted and not yet purged; null: none.</summary>
    public Task<KeyBundle?> FindDeletedAsync(string name, CancellationToken cancel) =>
        SendAsync(RequestMethod.Get, $"deletedkeys/{name}", null, KeyVaultJson.Default.KeyBundle, [NotFound], cancel);

    /// <summary>A new version of the key; null: the name is held by a deleted key.</summary>
    public Task<KeyBundle?> CreateAsync(string name, NewKey key, CancellationToken cancel) =>
        SendAsync(RequestMethod.Post, $"keys/{name}/create", Json(key, KeyVaultJson.Default.NewKey), KeyVaultJson.Default.KeyBundle, [Conflict], cancel);

    /// <summary>Puts tags on a version; null: none such.</summary>
    public Task<KeyBundle?> TagAsync(string name, string version, KeyTags tags, CancellationToken cancel) =>
        SendAsync(RequestMethod.Patch, $"keys/{name}/{version}", Json(tags, KeyVaultJson.Default.KeyTags), KeyVaultJson.Default.KeyBundle, [NotFound], cancel);

    /// <summary>Deletes all versions; null: none such.</summary>
    public Task<KeyBundle?> DeleteAsync(string name, CancellationToken cancel) =>
        SendAsync(RequestMethod.Delete, $"keys/{name}", null, KeyVaultJson.Default.KeyBundle, [NotFound], cancel);

    /// <summary>Purges a deleted key; not an error where it is gone, or not yet to be purged.</summary>
    public Task PurgeAsync(string name, CancellationToken cancel) =>
        SendAsync(RequestMethod.Delete, $"deletedkeys/{name}", null, KeyVaultJson.Default.KeyBundle, [NotFound, Conflict], cancel);

    /// <summary>Lets a version work on bytes; null: none such.</summary>
    public async Task<byte[]?> OperateAsync(
        string name, string version, string operation, string algorithm, ReadOnlyMemory<byte> value, CancellationToken cancel)
    {
        var body = Json(new KeyOperation(algorithm, Base64Url.EncodeToString(value.Span)), KeyVaultJson.Default.KeyOperation);
        var result = await SendAsync(RequestMethod.Post, $"keys/{name}/{version}/{operation}", body, KeyVaultJson.Default.KeyOperationResult, [NotFound], cancel);
        return result is null ? null : Base64Url.DecodeFromChars(result.Value);
    }

    private static RequestContent Json<T>(T body, JsonTypeInfo<T> type) => RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body, type));

    // Null: one of the failures that the caller expects, or an answer without a body.
    private async Task<T?> SendAsync<T>(
        RequestMethod method, string path, RequestContent? body, JsonTypeInfo<T> type, int[] expected, CancellationToken cancel) where T : class
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(vault);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Uri.AppendQuery("api-version", ApiVersion);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = body;
        }

        await pipeline.SendAsync(message, cancel);
        using var response = message.Response;
        if (expected.Contains(response.Status) || response.Status == 204)
            return null;
        if (response.IsError)
            throw new RequestFailedException(response);
        return JsonSerializer.Deserialize(response.Content, type);
    }
}
