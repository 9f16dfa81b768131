using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Backend.ReadModels;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What is owed by when.</summary>
public sealed class ObligationRoutes(Lists lists) : ISurfacePart
{
    private const int PageSize = 100;
    private static readonly Office[] _desk = [Office.DeskClerk, Office.DeskHead];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/obligations").WithTags("Obligations");
        group.MapGet("", ListAsync).WithName("ListObligations").ForOffices([.. _desk, Office.AgencyClerk, Office.AgencyPrincipal, Office.CoordinatingClerk, Office.Deputy, Office.IntakeClerk]);
    }

    private async Task<IResult> ListAsync(Acting acting, CancellationToken cancel, string? list = null, string? after = null)
    {
        var question = (acting.Office, list) switch
        {
            (Office.Deputy, null) => DueEntries.OwedBy(new Party.OfPerson(acting.Person)),
            (Office.DeskClerk or Office.DeskHead, null) => DueEntries.All,
            (Office.DeskClerk or Office.DeskHead, "opinions") or (Office.IntakeClerk, null or "opinions") => DueEntries.Opinions,
            (Office.IntakeClerk, "sealed") => DueEntries.Sealed,
            (Office.AgencyClerk or Office.AgencyPrincipal or Office.CoordinatingClerk, null) when acting.Body is { } body => DueEntries.OwedBy(new Party.OfBody(body)),
            _ => null,
        };
        if (question is null) return Problems.Of(new FieldMalformed("list"));
        var page = await lists.PageAsync(acting.Congress.Id, question, after, PageSize, cancel);
        return Results.Ok(new ObligationPage(
            [.. page.Select(row => Show(JsonSerializer.Deserialize(row.Data.Span, ObligationJson.Stored.DueRow)!, acting.Today))],
            page.Count == PageSize ? page[^1].Key : null));
    }

    // Whom a notice is owed to is the citizen who wrote: no list says who that is.
    private static ObligationShown Show(DueRow row, LocalDate today) =>
        new(row.Obligation.Id, row.Obligation.Kind, row.Obligation.OwedBy, row.Obligation.About is Matter.OfOpinion ? null : row.Obligation.OwedTo, row.Obligation.About, row.On, row.On < today);

    /// <summary>Something owed.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Kind">What is owed.</param>
    /// <param name="OwedBy">By whom.</param>
    /// <param name="OwedTo">To whom; null where it is a citizen.</param>
    /// <param name="About">About what.</param>
    /// <param name="On">The last day.</param>
    /// <param name="Overdue">Whether that has passed.</param>
    public sealed record ObligationShown(ObligationId Id, ObligationKind Kind, Party OwedBy, Party? OwedTo, Matter About, LocalDate On, bool Overdue);

    /// <summary>A page of what is owed, by its last day.</summary>
    public sealed record ObligationPage(IReadOnlyList<ObligationShown> Obligations, string? Next);
}
