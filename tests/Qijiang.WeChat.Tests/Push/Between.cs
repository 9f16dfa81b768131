namespace Qijiang.WeChat.Tests.Push;

/// <summary>Someone between WeChat and us, who keeps copies and may change the body.</summary>
public sealed class Between(Func<byte[], byte[]>? change = null) : DelegatingHandler
{
    public List<(Uri Address, byte[] Body)> Seen { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            var body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
            Seen.Add((request.RequestUri!, body));
            if (change is not null) request.Content = new ByteArrayContent(change(body));
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
