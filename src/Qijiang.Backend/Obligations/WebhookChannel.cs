using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Microsoft.Extensions.Options;
using NodaTime;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Obligations;

/// <summary>
/// Posts reminders to another system: one CloudEvents 1.0 event in structured JSON each, signed as Standard Webhooks says
/// (<c>webhook-id</c>, <c>webhook-timestamp</c>, <c>webhook-signature</c>). It may repeat, with the same id; what the other side
/// refuses until its message lies in the poison queue is not lost, but waits for an operator.
/// </summary>
public sealed class WebhookChannel(IHttpClientFactory clients, IOptions<ReminderOptions> options, TimeProvider time, IClock clock) : INoticeChannel
{
    internal const string Client = "reminders";
    private static readonly JsonEventFormatter _formatter = new(StoredJson.Options(), default);

    /// <inheritdoc/>
    public string Name => "webhook";

    /// <inheritdoc/>
    public bool IsOn => options.Value.Webhook is not null;

    /// <inheritdoc/>
    public bool MayRepeat => true;

    /// <inheritdoc/>
    public bool MayMiss => false;

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingNotice notice, CancellationToken cancel)
    {
        var webhook = options.Value.Webhook!;
        var happened = new CloudEvent(CloudEventsSpecVersion.V1_0)
        {
            Id = IdOf(notice.Id),
            Type = ReminderPosted.Type,
            Source = new Uri($"urn:qijiang:congress:{notice.Congress}"),
            Time = clock.GetCurrentInstant().ToDateTimeOffset(),
            DataContentType = MediaTypeNames.Application.Json,
            Data = ReminderPosted.Of(notice),
        };
        var body = _formatter.EncodeStructuredModeMessage(happened, out var type).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type.ToString());
        Sign(request.Headers, happened.Id, body, webhook.Secret!);
        using var client = clients.CreateClient(Client);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
    }

    private void Sign(HttpRequestHeaders headers, string id, byte[] body, string secret)
    {
        if (!WebhookOptions.TryReadSecret(secret, out var key)) throw new InvalidOperationException("the secret of the webhook cannot be read");
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers.Add("webhook-id", id);
        headers.Add("webhook-timestamp", at);
        headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{at}."), .. body])));
    }

    // Our ids hold characters that ids of webhooks may not.
    private static string IdOf(string id) => "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
