using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Identity;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Http;

/// <summary>
/// Finds who acts: the congress of the address, the person of the token, and the office that lets that person use this
/// endpoint today. The header <c>Qijiang-Office</c> (<c>AgencyClerk</c> or <c>AgencyClerk@agency-id</c>) chooses where somebody
/// holds several.
/// </summary>
public sealed class ActingMiddleware(RequestDelegate next, CongressDirectory congresses, MandateRegister mandates, IClock clock)
{
    /// <summary>The header that chooses an office.</summary>
    public const string OfficeHeader = "Qijiang-Office";

    /// <summary>Resolves who acts, or refuses.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not say who may use it: nobody may.</exception>
    public async Task InvokeAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (context.GetEndpoint()?.Metadata.GetMetadata<AllowedOffices>() is not { } allowed)
        {
            // What is no route is an answer of routing's own.
            if (context.GetEndpoint() is RouteEndpoint endpoint) throw new InvalidOperationException($"{endpoint.DisplayName} does not say who may use it");
            await next(context);
            return;
        }

        Congress.Established? congress = null;
        if (context.Request.RouteValues["congress"] is string id)
        {
            congress = Core.TextId.IsWellFormed(id) ? await congresses.FindAsync(new CongressId(id), cancel) : null;
            if (congress is null)
            {
                await Problems.WriteAsync(context, new CongressUnknown());
                return;
            }

            context.Features.Set(congress);
        }

        if (allowed.Anyone)
        {
            await next(context);
            return;
        }

        if (context.User.FindFirstValue("sub") is not { } subject)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.WriteAsync(context, new SignInNeeded());
            return;
        }

        if (context.User.FindFirstValue(TokenIssuer.WithinClaim) is { } within && within != congress?.Id.Value)
        {
            await Problems.WriteAsync(context, new OfficeNotHeld());
            return;
        }

        var person = new PersonId(subject);
        var today = ChinaDate.Of(clock.GetCurrentInstant());
        var held = congress is null ? new Mandates([]) : await mandates.OfAsync(congress.Id, person, cancel);
        if (Choose(allowed, held, today, context.Request.Headers[OfficeHeader]) is not { } chosen)
        {
            await Problems.WriteAsync(context, new OfficeNotHeld());
            return;
        }

        if (congress is not null)
            context.Features.Set(new Acting(congress, person, chosen.Office, chosen.Body, held, today, context.Features.Get<CommandHeader>()?.Stamp));
        await next(context);
    }

    private static (Office Office, BodyId? Body)? Choose(AllowedOffices allowed, Mandates held, LocalDate today, string? wanted)
    {
        var name = wanted is { Length: > 0 } ? wanted.Split('@') : null;
        if (name is not null && (!Enum.TryParse<Office>(name[0], out _) || name.Length > 2)) return null;
        foreach (var office in allowed.Offices)
        {
            if (name is not null && office.ToString() != name[0]) continue;
            if (office == Office.Citizen) return (Office.Citizen, null);
            foreach (var mandate in held.ActiveOn(today))
                if (mandate.Office == office && (name is not [_, var body] || mandate.Body?.Value == body)) return (office, mandate.Body);
        }

        return null;
    }
}
