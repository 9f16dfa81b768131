using Microsoft.AspNetCore.Routing;

namespace Qijiang.Backend.Http;

/// <summary>A capability's part of the HTTP surface. It owns whole paths, and says for each endpoint which offices may use it.</summary>
public interface ISurfacePart
{
    /// <summary>Maps its endpoints.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}
