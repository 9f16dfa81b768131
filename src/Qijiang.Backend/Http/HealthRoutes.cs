using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Http;

/// <summary>Whether the process lives, and whether its store answers.</summary>
public sealed class HealthRoutes(IRowStore rows) : ISurfacePart
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").WithTags("Health").ForAnyone();
        health.MapGet("live", () => Results.Ok()).WithName("IsAlive");
        health.MapGet("ready", async (CancellationToken cancel) =>
        {
            await rows.GetAsync(EventStore.Table, "installation", "ready", cancel);
            return Results.Ok();
        }).WithName("IsReady");
    }
}
