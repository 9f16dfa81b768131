using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Tests.Http;

/// <summary>Endpoints that show what the pipeline makes of a request.</summary>
internal sealed class TestRoutes : ISurfacePart
{
    public const string Secret = "the password of the database is 12345";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var congress = endpoints.MapGroup("/api/{congress}");
        congress.MapPost("cards", (CardWritten request, Acting acting) => Results.Ok(Seen.Of(acting, request.Title))).ForOffices(Office.DeskClerk);
        congress.MapGet("staff", (Acting acting) => Results.Ok(Seen.Of(acting, null))).ForOffices(Office.DeskClerk, Office.AgencyClerk);
        congress.MapGet("me", (Acting acting) => Results.Ok(Seen.Of(acting, null))).ForOffices(Office.Citizen);
        congress.MapGet("cards/{person}", (PersonId person) => Results.Ok(person)).ForOffices(Office.Citizen);

        endpoints.MapGet("/api/unsaid", () => Results.Ok(Secret));
        endpoints.MapPost("/api/secret", (HttpContext context) => Results.Ok(context.Features.Get<CommandHeader>()!.Stamp)).ForAnyone().WithMetadata(new SecretBody());

        var test = endpoints.MapGroup("/api/test").ForAnyone();
        test.MapPost("open", (CardWritten request) => Results.Ok(request.Title));
        test.MapPost("unkeyed", (CardWritten request) => Results.Ok(request.Title)).WithMetadata(new NoIdempotencyKey());
        test.MapPost("stamp", (HttpContext context) => Results.Ok(context.Features.Get<CommandHeader>()!.Stamp));
        test.MapPost("ruled", () => Problems.Of(new NotYourOffice(new("OPN-01", "national", new LocalDate(2022, 5, 1)))));
        test.MapGet("number", (int value) => Results.Ok(value));
        test.MapGet("no-rule", IResult () => Results.Ok(RuleSet.Preset("chongqing").Get<bool>("deputy.confirmedBeforeActing", CongressLevel.District, new LocalDate(1990, 1, 1))));
        test.MapGet("broken", IResult () => throw new InvalidOperationException(Secret));
        test.MapGet("timed-out", IResult () => throw new TaskCanceledException(Secret));
    }

    public enum Column
    {
        Todo,
        Done,
    }

    public sealed record CardWritten([MaxText(1_000_000)] string Title, Column Column, LocalDate? On = null, IReadOnlyList<Line>? Lines = null);

    public sealed record Line(string Text, LocalDate? On = null);

    public sealed record Seen(string Person, Office Office, string? Body, LocalDate Today, string? CommandId, string? Title)
    {
        public static Seen Of(Acting acting, string? title) => new(acting.Person.Value, acting.Office, acting.Body?.Value, acting.Today, acting.Command?.Id, title);
    }
}
