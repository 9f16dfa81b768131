using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Http;

/// <summary>
/// Reads the body of whatever changes something once, within its limit, and stamps the command: the same key from the same
/// sender is the same command, and the digest tells when it is not.
/// </summary>
public sealed class CommandMiddleware(RequestDelegate next, KeyedHash hash)
{
    /// <summary>The largest body of a command, in bytes.</summary>
    public const int MaxBody = 256 * 1024;

    private const int MaxKey = 100;

    /// <summary>Stamps the command, or refuses a request without a usable key.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // What is no route is an answer of routing's own: a method that the address does not take.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || HttpMethods.IsGet(context.Request.Method))
        {
            await next(context);
            return;
        }

        var unkeyed = endpoint.Metadata.GetMetadata<NoIdempotencyKey>();
        if (unkeyed is { ReadsBody: true })
        {
            await next(context);
            return;
        }

        var key = context.Request.Headers[CommandHeader.Name].ToString();
        if (unkeyed is null && (key.Length is 0 or > MaxKey || key.Any(c => c is < '!' or > '~')))
        {
            await Problems.WriteAsync(context, new IdempotencyKeyMissing());
            return;
        }

        if (await ReadBodyAsync(context.Request) is not { } body)
        {
            await Problems.WriteAsync(context, new BodyTooLarge());
            return;
        }

        var isSecret = endpoint.Metadata.GetMetadata<SecretBody>() is not null;
        if (unkeyed is null) context.Features.Set(await StampAsync(context, key, isSecret ? [] : body));
        await next(context);
    }

    private async Task<CommandHeader> StampAsync(HttpContext context, string key, byte[] body)
    {
        var sender = context.User.FindFirstValue("sub") ?? context.Request.Headers.Authorization.ToString();
        var id = await hash.OfAsync("command", $"{sender}\n{key}", context.RequestAborted);
        var digest = await hash.OfAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", body, context.RequestAborted);
        return new CommandHeader(key, new CommandStamp(id[..32], digest[..32]));
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBody) return null;
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MaxBody) return null;
            buffer.Write(chunk, 0, read);
        }

        var body = buffer.ToArray();
        request.Body = new MemoryStream(body, writable: false);
        return body;
    }
}
