using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Qijiang.Backend.Http;

/// <summary>The description of the surface (OpenAPI) and pages to try it on, all served from here.</summary>
public sealed class DocumentationRoutes : ISurfacePart
{
    /// <summary>The name of the OpenAPI document.</summary>
    public const string Document = "qijiang";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json").ForAnyone();
        endpoints.MapScalarApiReference("/scalar", options =>
        {
            options.Title = "綦江人大 · Qijiang";
            options.OpenApiRoutePattern = $"/openapi/{Document}.json";
            options.DefaultFonts = false;
            options.Telemetry = false;
        }).ForAnyone();
    }
}
