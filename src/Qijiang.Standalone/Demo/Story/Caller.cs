using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qijiang.Standalone.Demo.Story;

/// <summary>Somebody who calls the HTTP surface, in one congress. Each command is a new one unless a key is given.</summary>
/// <param name="http">Reaches the back end.</param>
/// <param name="congress">The congress of the addresses.</param>
/// <param name="token">Of a sign-in; null: nobody.</param>
public sealed class Caller(HttpClient http, string congress, string? token)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A new idempotency key.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Sends a command that has to succeed.</summary>
    /// <param name="path">Below <c>/api/{congress}/</c>.</param>
    /// <param name="body">What is said, by the names of the JSON.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="key">The idempotency key of a command that is sent again.</param>
    /// <exception cref="StoryFailedException">It was refused.</exception>
    public async Task<Answer> PostAsync(string path, object body, CancellationToken cancel, string? key = null) => Check(await TryPostAsync(path, body, cancel, key), path);

    /// <summary>Sends a command, whatever becomes of it.</summary>
    /// <param name="path">Below <c>/api/{congress}/</c>.</param>
    /// <param name="body">What is said.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="key">The idempotency key of a command that is sent again.</param>
    public Task<Answer> TryPostAsync(string path, object body, CancellationToken cancel, string? key = null) => SendAsync(HttpMethod.Post, path, body, key, null, cancel);

    /// <summary>Reads what has to be there.</summary>
    /// <param name="path">Below <c>/api/{congress}/</c>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="language">Of the texts; Chinese unless told.</param>
    /// <exception cref="StoryFailedException">It was refused.</exception>
    public async Task<Answer> GetAsync(string path, CancellationToken cancel, string? language = null) => Check(await SendAsync(HttpMethod.Get, path, null, null, language, cancel), path);

    /// <summary>Reads a list to its end, page by page.</summary>
    /// <param name="path">Below <c>/api/{congress}/</c>.</param>
    /// <param name="items">The member that holds a page's items.</param>
    /// <param name="cancel">Gives up.</param>
    public async IAsyncEnumerable<Answer> ListAsync(string path, string items, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = ""; ;)
        {
            var page = await GetAsync(after.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(after)}", cancel);
            foreach (var item in page.Items(items)) yield return item;
            after = page.Text("next");
            if (after.Length == 0) yield break;
        }
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? key, string? language, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri($"api/{congress}/{path}", UriKind.Relative));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.AcceptLanguage.Add(new(language ?? "zh-Hans"));
        if (body is not null)
        {
            request.Headers.Add("Idempotency-Key", key ?? NewKey());
            request.Content = JsonContent.Create(body, options: _json);
        }

        using var response = await http.SendAsync(request, cancel);
        var text = await response.Content.ReadAsStringAsync(cancel);
        return new((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private static Answer Check(Answer answer, string path) =>
        answer.IsSuccess ? answer : throw new StoryFailedException($"{path}: {answer.Status} {answer.Code} {answer.Text("field")} {answer.Text("title")}");
}
