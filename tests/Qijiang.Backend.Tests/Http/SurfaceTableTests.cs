using FluentAssertions;
using Qijiang.Backend.Http;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>What holds for every endpoint of the surface.</summary>
[Collection(SurfaceTests.Name)]
public sealed class SurfaceTableTests(SurfaceHost surface)
{
    [Fact]
    public void Every_endpoint_says_who_may_use_it() =>
        surface.Endpoints().Where(e => e.Metadata.GetMetadata<AllowedOffices>() is null).Select(SurfaceHost.NameOf).Should().BeEmpty();

    /// <summary>Whoever opens a door to the whole world has it approved here.</summary>
    [Fact]
    public void Only_these_endpoints_are_open_to_anyone() => Approved.Matches("Http/approved/open-to-anyone.txt", string.Join('\n',
        surface.Endpoints().Where(e => e.Metadata.GetMetadata<AllowedOffices>() is { Anyone: true }).Select(SurfaceHost.NameOf).Order(StringComparer.Ordinal)));

    [Fact]
    public void Whatever_knows_who_acts_lies_in_a_congress() =>
        surface.Endpoints().Where(e => e.Metadata.GetMetadata<AllowedOffices>() is { Anyone: false } && e.RoutePattern.GetParameter("congress") is null).Select(SurfaceHost.NameOf).Should().BeEmpty();
}
