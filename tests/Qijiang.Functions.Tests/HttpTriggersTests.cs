using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Http;
using Xunit;

namespace Qijiang.Functions.Tests;

public sealed class HttpTriggersTests
{
    [Fact]
    public void Every_endpoint_of_the_surface_lies_behind_a_door()
    {
        using var app = App.Build();
        var endpoints = new Endpoints(app);
        foreach (var part in app.GetServices<ISurfacePart>()) part.Map(endpoints);
        var paths = endpoints.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => PathOf(e.RoutePattern)).Distinct().ToList();

        paths.Should().NotBeEmpty();
        paths.Where(path => !Triggers.Http.Any(t => Matches(t.Route!, path))).Should().BeEmpty("the host answers 404 where no trigger has the path");
    }

    [Fact]
    public void Doors_pass_every_method_on() => Triggers.Http.Should().OnlyContain(t => t.Methods == null);

    [Fact]
    public void Doors_ask_for_no_key_of_the_host() => Triggers.Http.Should().OnlyContain(t => t.AuthLevel == AuthorizationLevel.Anonymous);

    [Fact]
    public void Doors_own_their_whole_paths() =>
        RepositoryFiles.Json("src/Qijiang.Functions/host.json").GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().Should().BeEmpty();

    [Fact]
    public void No_path_has_two_doors()
    {
        string[] paths = [.. Triggers.Http.Select(t => PathOf(RoutePatternFactory.Parse(t.Route!)))];
        paths.Should().OnlyContain(path => Triggers.Http.Count(t => Matches(t.Route!, path)) == 1);
    }

    private static bool Matches(string route, string path) => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []);

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "x"))));

    private sealed class Endpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
