using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Http;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>What holds for every endpoint of the surface.</summary>
[Collection(SurfaceTests.Name)]
public sealed class SurfaceTableTests(SurfaceHost surface)
{
    [Fact]
    public void Every_endpoint_says_who_may_use_it() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<AllowedOffices>() is null).Select(Name).Should().BeEmpty();

    /// <summary>Whoever opens a door to the whole world has it approved here.</summary>
    [Fact]
    public void Only_these_endpoints_are_open_to_anyone() => Approved.Matches("Http/approved/open-to-anyone.txt", string.Join('\n',
        Endpoints().Where(e => e.Metadata.GetMetadata<AllowedOffices>() is { Anyone: true }).Select(Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void Whatever_knows_who_acts_lies_in_a_congress() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<AllowedOffices>() is { Anyone: false } && e.RoutePattern.GetParameter("congress") is null).Select(Name).Should().BeEmpty();

    private IEnumerable<RouteEndpoint> Endpoints()
    {
        var routes = new Routes(surface.Services);
        foreach (var part in surface.Services.GetServices<ISurfacePart>().Where(part => part is not TestRoutes)) part.Map(routes);
        return routes.DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>();
    }

    private static string Name(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
