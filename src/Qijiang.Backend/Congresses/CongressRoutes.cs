using System.Security.Cryptography;
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
public sealed class CongressRoutes(MandateRegister mandates, CongressDirectory congresses, RuleSets rules, SignInCodes codes) : ISurfacePart
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

    private Task<IResult> ConferAsync(PersonId person, OfficeConferred request, Acting acting, CancellationToken cancel)
    {
        var wrong = request.Office is Office.System or Office.Citizen ? new FieldMalformed("office")
            : request is { Body: null, Office: not (Office.Deputy or Office.SystemAdministrator) } ? new FieldMissing("body")
            : request.District is { } district && acting.Congress.Districts.All(d => d.Id != district) ? new FieldMalformed("district")
            : KnownBodies.Check(acting, ("body", request.Body));
        return wrong is not null ? Task.FromResult(Problems.Of(wrong)) : RunAsync(
            person, acting, request.From, null, _ => new MandateCommand.Confer(request.Office, request.Body, request.District, request.From, request.Until), cancel);
    }

    private Task<IResult> EndAsync(PersonId person, OfficeEnded request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, request.On, request.Decision, decision => new MandateCommand.End(request.Office, request.Body, request.On, decision, request.Ground), cancel);

    private Task<IResult> SuspendAsync(PersonId person, DeputyDecided request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, request.On, request.Decision, decision => new MandateCommand.Suspend(request.On, decision, request.Ground), cancel);

    private Task<IResult> ResumeAsync(PersonId person, DeputyDecided request, Acting acting, CancellationToken cancel) =>
        RunAsync(person, acting, request.On, request.Decision, _ => new MandateCommand.Resume(request.On), cancel);

    private Task<IResult> ConfirmAsync(PersonId person, DeputyDecided request, Acting acting, CancellationToken cancel)
    {
        var confirming = acting.Congress.Level == CongressLevel.Town ? BodyKind.Presidium : BodyKind.StandingCommittee;
        if (acting.Congress.Bodies.Any(b => b.Kind == confirming) && (request.Decision?.Body is not { } body || acting.Congress.Find(body)?.Kind != confirming))
            return Task.FromResult(Problems.Of(new CredentialsNeedDecision(new MandateRules(rules.Of(acting.Congress), acting.Congress.Level, acting.Today).ConfirmedBeforeActing.Ref)));
        return RunAsync(person, acting, request.On, request.Decision, decision => new MandateCommand.ConfirmCredentials(request.On, decision), cancel);
    }

    private async Task<IResult> IssueCodeAsync(PersonId person, Acting acting, CancellationToken cancel)
    {
        if ((await mandates.OfAsync(acting.Congress.Id, person, cancel)).ActiveOn(acting.Today).Count == 0) return Problems.Of(new NotFound());
        if (!await MayIssueAsync(person, acting, cancel)) return Problems.Of(new CodeNotYoursToIssue());

        // Recorded before there is a code: none is ever handed out that nobody answers for.
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var (act, no) = (acting with { Command = new CommandStamp(id, id) }).On(null);
        if (act is null) return Problems.Of(no!);
        return await mandates.RunAsync(acting.Congress.Id, person, act, new MandateCommand.IssueSignInCode(acting.Today), cancel) is Ran<Mandates>.Refused { Refusal: var refusal }
            ? Problems.Of(refusal)
            : Results.Ok(new CodeIssued(await codes.IssueAsync(person, acting.Congress.Id, cancel)));
    }

    // A code signs the person in everywhere: what he or she holds, or will hold, in any congress of the installation counts.
    private async Task<bool> MayIssueAsync(PersonId person, Acting acting, CancellationToken cancel)
    {
        await foreach (var congress in congresses.AllAsync(cancel))
        {
            var held = (await mandates.OfAsync(congress.Id, person, cancel)).All.Where(m => m.Until is null || acting.Today < m.Until).Select(m => m.Office);
            if (acting.Office == Office.SystemAdministrator ? person != acting.Person && held.Contains(Office.SystemAdministrator) : held.Any(office => office != Office.Deputy))
                return false;
        }

        return true;
    }

    private async Task<IResult> RunAsync(PersonId person, Acting acting, LocalDate on, DecisionGiven? given, Func<Decision?, MandateCommand> command, CancellationToken cancel)
    {
        var (decision, undecided) = given is null ? default : ActResolver.Decided(acting, given);
        if (undecided is not null) return Problems.Of(undecided);
        if (decision?.On > acting.Today) return Problems.Of(new ActInTheFuture { Field = "decision.on" });
        var (act, no) = acting.On(null);
        if (act is null) return Problems.Of(no!);

        // Whoever keeps the register today enters what happened on its own day: the document's, or that from which it holds.
        act = act with { OccurredOn = decision?.On ?? LocalDate.Min(on, acting.Today) };
        return await mandates.RunAsync(acting.Congress.Id, person, act, command(decision), cancel) switch
        {
            Ran<Mandates>.Refused { Refusal: var refusal } => Problems.Of(refusal),
            var done => Results.Ok(((Ran<Mandates>.Done)done).State.All),
        };
    }

    /// <summary>An office to confer.</summary>
    public sealed record OfficeConferred(Office Office, LocalDate From, BodyId? Body = null, ElectoralDistrictId? District = null, LocalDate? Until = null);

    /// <summary>An office that ends.</summary>
    public sealed record OfficeEnded(Office Office, LocalDate On, BodyId? Body = null, DecisionGiven? Decision = null, MandateEnd? Ground = null);

    /// <summary>Something decided about a deputy's seat.</summary>
    public sealed record DeputyDecided(LocalDate On, DecisionGiven? Decision = null, SuspensionGround? Ground = null);

    /// <summary>A code to hand over on paper.</summary>
    public sealed record CodeIssued(string Code);
}
