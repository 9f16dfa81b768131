using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Qijiang.WeChat.Push;

/// <summary>The address of the message push. It names no congress: WeChat has one for each mini-program.</summary>
public static class PushRoutes
{
    /// <summary>The path to enter in WeChat's console.</summary>
    public const string Path = "/api/wechat/messages";

    /// <summary>Maps GET (the handshake) and POST (the pushes). Signatures take the place of signing in.</summary>
    /// <param name="routes">Where to map it.</param>
    public static IEndpointConventionBuilder MapWeChat(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).AllowAnonymous().ExcludeFromDescription();
        group.MapGet("", (HttpContext context, WeChatPush push) => Write(context, push.HandleGet(QueryOf(context.Request))));
        group.MapPost("", async (HttpContext context, WeChatPush push, IOptions<WeChatOptions> options) =>
        {
            // The body is read here, as bytes: WeChat specifies no content type, and signatures are over what came.
            var body = await ReadAsync(context.Request, options.Value.MaxBodyBytes, context.RequestAborted);
            await Write(context, body is null ? push.RefuseBody() : await push.HandleAsync(QueryOf(context.Request), body.Value, context.RequestAborted));
        });
        return group;
    }

    private static PushQuery QueryOf(HttpRequest request) => new()
    {
        Signature = request.Query["signature"],
        Timestamp = request.Query["timestamp"],
        Nonce = request.Query["nonce"],
        EchoStr = request.Query["echostr"],
        EncryptType = request.Query["encrypt_type"],
        MsgSignature = request.Query["msg_signature"],
    };

    /// <summary>The whole body; null where it is longer than the limit or ends before its end.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit) return null;
        var buffer = new byte[(int)(request.ContentLength ?? limit) + 1];
        var length = 0;
        try
        {
            while (await request.Body.ReadAsync(buffer.AsMemory(length), cancel) is var read and > 0)
            {
                length += read;
                if (length > limit) return null;
            }
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
        return buffer.AsMemory(0, length);
    }

    private static Task Write(HttpContext context, PushAnswer answer)
    {
        // An empty answer stays empty, also where the host gives status codes a body.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        context.Response.StatusCode = answer.Status;
        if (answer.Body.Length == 0) return Task.CompletedTask;
        // The echo is whatever was sent with a right signature: it must never be taken for a page.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
