using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>What a congress is, who holds which office in it, and the codes with which its people sign in.</summary>
public sealed class CongressRoutes(MandateRegister mandates, SignInCodes codes) : ISurfacePart
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var congress = endpoints.MapGroup("/api/{congress}").WithTags("Congresses");
        congress.MapGet("", (HttpContext context) => Results.Ok(context.Features.Get<Congress.Established>())).WithName("GetCongress").ForAnyone();
        var offices = congress.MapGroup("offices");
        offices.MapGet("me", (Acting acting) => Results.Ok(acting.Mandates.ActiveOn(acting.Today))).WithName("GetMyOffices").ForOffices(Office.Citizen);
        offices.MapPost("{person}", ConferAsync).WithName("ConferOffice").ForOffices(Office.SystemAdministrator);
        offices.MapPost("{person}/end", EndAsync).WithName("EndOffice").ForOffices(Office.SystemAdministrator);
        offices.MapPost("{person}/suspension", SuspendAsync).WithName("SuspendDeputy").ForOffices(Office.SystemAdministrator);
        offices.MapPost("{person}/resumption", ResumeAsync).WithName("ResumeDeputy").ForOffices(Office.SystemAdministrator);
        offices.MapPost("{person}/credentials", ConfirmAsync).WithName("ConfirmCredentials").ForOffices(Office.SystemAdministrator);
        offices.MapPost("{person}/sign-in-codes", IssueCodeAsync).WithName("IssueSignInCode").ForOffices(Office.SystemAdministrator, Office.SecretariatClerk).WithMetadata(new NoIdempotencyKey());
    }

    private Task<IResult> ConferAsync(PersonId person, OfficeConferred request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, new MandateCommand.Confer(request.Office, request.Body, request.District, request.From, request.Until), cancel);

    private Task<IResult> EndAsync(PersonId person, OfficeEnded request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, new MandateCommand.End(request.Office, request.Body, request.On, request.Decision, request.Ground), cancel);

    private Task<IResult> SuspendAsync(PersonId person, DeputyDecided request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, new MandateCommand.Suspend(request.On, request.Decision, request.Ground), cancel);

    private Task<IResult> ResumeAsync(PersonId person, DeputyDecided request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, new MandateCommand.Resume(request.On), cancel);

    private Task<IResult> ConfirmAsync(PersonId person, DeputyDecided request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, new MandateCommand.ConfirmCredentials(request.On, request.Decision), cancel);

    // Whoever has a code can act as its person: a clerk of the secretariat lets deputies in, and nobody with another office.
    private async Task<IResult> IssueCodeAsync(PersonId person, Acting acting, CancellationToken cancel)
    {
        var held = (await mandates.OfAsync(acting.Congress.Id, person, cancel)).ActiveOn(acting.Today);
        return held.Count > 0 && (acting.Office == Office.SystemAdministrator || held.All(m => m.Office == Office.Deputy))
            ? Results.Ok(new CodeIssued(await codes.IssueAsync(person, acting.Congress.Id, cancel)))
            : Problems.Of(new NotFound());
    }

    private async Task<IResult> RunAsync(PersonId person, Acting acting, MandateCommand command, CancellationToken cancel)
    {
        if (acting.On(null) is not { Act: { } act }) return Problems.Of(new OfficeNotHeld());
        return await mandates.RunAsync(acting.Congress.Id, person, act, command, cancel) switch
        {
            Ran<Mandates>.Refused { Refusal: var refusal } => Problems.Of(refusal),
            var done => Results.Ok(((Ran<Mandates>.Done)done).State.All),
        };
    }

    /// <summary>An office to confer.</summary>
    public sealed record OfficeConferred(Office Office, LocalDate From, BodyId? Body = null, ElectoralDistrictId? District = null, LocalDate? Until = null);

    /// <summary>An office that ends.</summary>
    public sealed record OfficeEnded(Office Office, LocalDate On, BodyId? Body = null, Decision? Decision = null, MandateEnd? Ground = null);

    /// <summary>Something decided about a deputy's seat.</summary>
    public sealed record DeputyDecided(LocalDate On, Decision? Decision = null, SuspensionGround? Ground = null);

    /// <summary>A code to hand over on paper.</summary>
    public sealed record CodeIssued(string Code);
}
