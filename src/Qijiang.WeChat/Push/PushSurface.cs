using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.Http;

namespace Qijiang.WeChat.Push;

/// <summary>The message push as a part of the one HTTP surface, so that every host that has the channel has its address.</summary>
internal sealed class PushSurface : ISurfacePart
{
    // WeChat sends no idempotency key; its messages carry keys of their own. It gives up after three repeats, and its signature
    // says more than its address does, so that nothing holds it up.
    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapWeChat().ForAnyone().WithMetadata(new NoIdempotencyKey { ReadsBody = true }).DisableRateLimiting();
}
