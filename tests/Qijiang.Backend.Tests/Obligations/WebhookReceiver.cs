using System.Net;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>The other end of the webhook: keeps what came, and fails when told to.</summary>
internal sealed class WebhookReceiver : HttpMessageHandler
{
    public List<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Posted { get; } = [];

    public HttpStatusCode Answers { get; set; } = HttpStatusCode.NoContent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content!.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        Posted.Add((headers, await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        return new HttpResponseMessage(Answers);
    }
}
