using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>Who may use which endpoint: the table, and every endpoint asked by every office.</summary>
[Collection(SurfaceTests.Name)]
public sealed class OfficeTableTests(SurfaceHost surface)
{
    private static readonly CongressId _congress = new("qj");
    private static readonly Office[] _offices = [.. Enum.GetValues<Office>().Except([Office.System])];

    /// <summary>The table that the next test holds the surface to: an endpoint without a line, or with other offices than its line says, fails here.</summary>
    [Fact]
    public void The_table_has_every_endpoint() => Approved.Matches("Http/approved/offices.txt", string.Join('\n', surface.Endpoints()
        .Select(e => $"{SurfaceHost.NameOf(e)}: {Named(e.Metadata.GetMetadata<AllowedOffices>())}")
        .Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Every_office_is_let_in_and_kept_out_as_the_table_says()
    {
        await ConferEachAsync();
        var wrong = new List<string>();
        foreach (var endpoint in surface.Endpoints().Where(e => e.RoutePattern.GetParameter("congress") is not null))
        {
            var allowed = endpoint.Metadata.GetMetadata<AllowedOffices>()!;
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            foreach (var office in _offices)
            {
                var answer = await surface.SendAsync(new HttpMethod(method), AddressOf(endpoint), PersonOf(office), method == "GET" ? null : "{}");
                var isLetIn = allowed.Anyone || allowed.Offices.Contains(office) || allowed.Offices.Contains(Office.Citizen);
                var isKeptOut = (answer.Status, answer.Code) == (403, "office.not-held");
                if (isLetIn == isKeptOut || answer.Status >= 500) wrong.Add($"{SurfaceHost.NameOf(endpoint)} as {office}: {answer.Status} {answer.Code}");
            }

            if (!allowed.Anyone && (await surface.SendAsync(new HttpMethod(method), AddressOf(endpoint), null, method == "GET" ? null : "{}")).Status != 401)
                wrong.Add($"{SurfaceHost.NameOf(endpoint)} as nobody");
        }

        wrong.Should().BeEmpty();
    }

    private static string Named(AllowedOffices? allowed) => allowed switch
    {
        null => "(nobody has said)",
        { Anyone: true } => "anyone",
        _ => string.Join(", ", allowed.Offices.Order()),
    };

    private static string AddressOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        .Replace("{congress}", _congress.Value, StringComparison.Ordinal).Replace("{agency}", "water", StringComparison.Ordinal)
        .Replace("{suggestion}", "JY-00000-00000", StringComparison.Ordinal).Replace("{opinion}", "YJ-00000-00000", StringComparison.Ordinal)
        .Replace("{poll}", "PJ-00000-00000", StringComparison.Ordinal).Replace("{commitment}", "none-1", StringComparison.Ordinal)
        .Replace("{person}", "nobody", StringComparison.Ordinal);

    private static PersonId PersonOf(Office office) => new($"only-{office}");

    private async Task ConferEachAsync()
    {
        var from = new LocalDate(2026, 1, 1);
        foreach (var office in _offices.Except([Office.Citizen]))
        {
            var isDeputy = office == Office.Deputy;
            await DecideAsync(office, new MandateCommand.Confer(office, isDeputy ? null : new BodyId("water"), isDeputy ? new("d-1") : null, from));
            if (isDeputy) await DecideAsync(office, new MandateCommand.ConfirmCredentials(from));
        }
    }

    private Task<Ran<Mandates>> DecideAsync(Office office, MandateCommand command) => surface.Services.GetRequiredService<MandateRegister>().RunAsync(
        _congress, PersonOf(office), new Act(new CommandStamp($"{office} {command}", "digest"), Actor.Qijiang, new LocalDate(2026, 1, 1), Channel.System), command, CancellationToken.None);
}
