using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qijiang.Benchmarks.Http;

/// <summary>Somebody who sends requests.</summary>
/// <param name="client">Reaches the host.</param>
/// <param name="token">Says who it is; null: nobody is signed in.</param>
internal sealed class Person(HttpClient client, string? token)
{
    /// <summary>Asks for something once.</summary>
    public Task<JsonNode> PostAsync(string path, object body) =>
        PostAsync(path, JsonSerializer.SerializeToUtf8Bytes(body), RandomNumberGenerator.GetHexString(20, lowercase: true));

    /// <summary>The same, under this idempotency key.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonNode> PostAsync(string path, byte[] body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", key);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(text)}");
    }
}
