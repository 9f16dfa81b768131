using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.Http;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>Who may use which endpoint: the table, and every endpoint asked by every office.</summary>
[Collection(SurfaceTests.Name)]
public sealed class OfficeTableTests(SurfaceHost surface)
{
    /// <summary>The table that the next test holds the surface to: an endpoint without a line, or with other offices than its line says, fails here.</summary>
    [Fact]
    public void The_table_has_every_endpoint() => Approved.Matches("Http/approved/offices.txt", string.Join('\n', surface.Endpoints()
        .Select(e => $"{SurfaceHost.NameOf(e)}: {Named(e.Metadata.GetMetadata<AllowedOffices>())}")
        .Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Every_office_is_let_in_and_kept_out_as_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var endpoint in surface.Endpoints().Where(e => e.RoutePattern.GetParameter("congress") is not null))
        {
            var allowed = endpoint.Metadata.GetMetadata<AllowedOffices>()!;
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            foreach (var office in SurfaceHost.EveryOffice.Append(Office.Citizen))
            {
                var answer = await surface.SendAsync(new HttpMethod(method), AddressOf(endpoint), SurfaceHost.Only(office), method == "GET" ? null : "{}");
                var isLetIn = allowed.Anyone || allowed.Offices.Contains(office) || allowed.Offices.Contains(Office.Citizen);
                var isKeptOut = (answer.Status, answer.Code) == (403, "office.not-held");
                if (isLetIn == isKeptOut || answer.Status >= 500) wrong.Add($"{SurfaceHost.NameOf(endpoint)} as {office}: {answer.Status} {answer.Code}");
            }

            if (!allowed.Anyone && (await surface.SendAsync(new HttpMethod(method), AddressOf(endpoint), null, method == "GET" ? null : "{}")).Status != 401)
                wrong.Add($"{SurfaceHost.NameOf(endpoint)} as nobody");
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task An_endpoint_that_does_not_say_who_may_use_it_is_nobodys()
    {
        (await surface.GetAsync("/api/unsaid")).Problem.Should().Be((500, "server.failed", null));
        (await surface.GetAsync("/api/unsaid", SurfaceHost.Clerk)).Problem.Should().Be((500, "server.failed", null));
    }

    private static string Named(AllowedOffices? allowed) => allowed switch
    {
        null => "(nobody has said)",
        { Anyone: true } => "anyone",
        _ => string.Join(", ", allowed.Offices.Order()),
    };

    private static string AddressOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        .Replace("{congress}", "qj", StringComparison.Ordinal).Replace("{agency}", "water", StringComparison.Ordinal)
        .Replace("{suggestion}", "JY-00000-00000", StringComparison.Ordinal).Replace("{opinion}", "YJ-00000-00000", StringComparison.Ordinal)
        .Replace("{poll}", "PJ-00000-00000", StringComparison.Ordinal).Replace("{commitment}", "none-1", StringComparison.Ordinal)
        .Replace("{person}", "nobody", StringComparison.Ordinal);
}
