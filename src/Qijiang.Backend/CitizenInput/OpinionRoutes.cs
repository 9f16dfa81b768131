using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>Citizens' opinions over HTTP: taking in, settling the kind, handing to a deputy, telling the citizen.</summary>
public sealed class OpinionRoutes(OpinionUseCases opinions, OpinionReading reading, DataSubjectUseCases subjects, MandateRegister mandates, Lists lists) : ISurfacePart
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/opinions").WithTags("Citizens' opinions");
        group.MapPost("", ReceiveAsync).WithName("SendOpinion").ForOffices(Office.Citizen);
        group.MapPost("in-person", ReceiveInPersonAsync).WithName("EnterOpinion").ForOffices(Office.IntakeClerk);
        group.MapGet("mine", ListMineAsync).WithName("ListMyOpinions").ForOffices(Office.Citizen);
        group.MapGet("", ListAllAsync).WithName("ListOpinions").ForOffices(Office.IntakeClerk, Office.DeskClerk, Office.DeskHead);
        group.MapGet("handed-to-me", ListHandedAsync).WithName("ListOpinionsHandedToMe").ForOffices(Office.Deputy);
        group.MapGet("{opinion}", reading.GetAsync).WithName("GetOpinion").ForOffices(Office.IntakeClerk, Office.DeskClerk, Office.DeskHead, Office.Deputy, Office.Citizen);
        group.MapPost("{opinion}/kind", SettleKindAsync).WithName("SettleOpinionKind").ForOffices(Office.IntakeClerk, Office.DeskClerk);
        group.MapPost("{opinion}/deputy", HandToDeputyAsync).WithName("HandOpinionToDeputy").ForOffices(Office.IntakeClerk, Office.DeskClerk);
        group.MapPost("{opinion}/notices", GiveNoticeAsync).WithName("GiveNoticeOfOpinion").ForOffices(Office.IntakeClerk, Office.DeskClerk);
        group.MapPost("{opinion}/referral", ReferAsync).WithName("ReferOpinion").ForOffices(Office.IntakeClerk, Office.DeskClerk);
        group.MapPost("{opinion}/closing", CloseAsync).WithName("CloseOpinion").ForOffices(Office.IntakeClerk, Office.DeskClerk);
    }

    private async Task<IResult> ReceiveAsync(OpinionSent request, Acting acting, CancellationToken cancel)
    {
        var (act, no) = acting.On(null, Channel.MiniProgram);
        if (act is null) return Problems.Of(no!);
        return await TakeInAsync(acting.Congress, act, Said(act, acting.Person, request, OpinionManner.Typed), cancel);
    }

    private async Task<IResult> ReceiveInPersonAsync(OpinionSaid request, Acting acting, CancellationToken cancel)
    {
        if (request.Manner == OpinionManner.Typed) return Problems.Of(new FieldMalformed("manner"));
        // Somebody who is not known here: an id of its own, the same when the clerk's request comes again.
        var citizen = new PersonId("p" + acting.Command!.Id[..25]);
        var (act, no) = acting.On(request.OccurredOn, request.Manner == OpinionManner.Letter ? Channel.Paper : Channel.InPerson, citizen);
        if (act is null) return Problems.Of(no!);
        var said = Said(act, citizen, request, request.Manner);
        return await TakeInAsync(acting.Congress, act, said, cancel);
    }

    private async Task<IResult> TakeInAsync(Congress.Established congress, Act act, OpinionCommand.Receive said, CancellationToken cancel)
    {
        var number = OpinionUseCases.NumberOf(act.Command);
        var ran = await opinions.ReceiveAsync(congress, act, said, cancel);
        return Answers.Created(ran, $"/api/{congress.Id}/opinions/{number}", done => new OpinionTaken(number, done.Version));
    }

    private static OpinionCommand.Receive Said(Act act, PersonId citizen, OpinionSent request, OpinionManner manner) => new(default, citizen, new(citizen, request.Words), manner)
    {
        By = act.By,
        OccurredOn = act.OccurredOn,
        Title = OwnOrNull(citizen, request.Title),
        Place = OwnOrNull(citizen, request.Place),
        Name = OwnOrNull(citizen, request.Name),
        Contact = OwnOrNull(citizen, request.Contact),
        District = request.District,
    };

    private Task<IResult> SettleKindAsync(OpinionId opinion, KindSettled request, Acting acting, CancellationToken cancel) =>
        RunAsync(opinion, acting, request.OccurredOn, act => new OpinionCommand.SettleKind(request.Kind, request.District) { By = act.By, OccurredOn = act.OccurredOn }, cancel);

    private async Task<IResult> HandToDeputyAsync(OpinionId opinion, DeputyChosen request, Acting acting, CancellationToken cancel)
    {
        var seat = (await mandates.OfAsync(acting.Congress.Id, request.Deputy, cancel)).SeatOn(request.OccurredOn ?? acting.Today);
        if (seat is not { District: { } district }) return Problems.Of(new FieldMalformed("deputy"));
        return await RunAsync(opinion, acting, request.OccurredOn, act => new OpinionCommand.HandToDeputy(request.Deputy, district) { By = act.By, OccurredOn = act.OccurredOn }, cancel);
    }

    private Task<IResult> GiveNoticeAsync(OpinionId opinion, NoticeGiven request, Acting acting, CancellationToken cancel) =>
        RunAsync(opinion, acting, request.OccurredOn, act => new OpinionCommand.GiveNotice(request.Notice, new(request.Text)) { By = act.By, OccurredOn = act.OccurredOn }, cancel);

    private Task<IResult> ReferAsync(OpinionId opinion, OpinionReferred request, Acting acting, CancellationToken cancel)
    {
        var (decision, no) = request.Decision is { } given ? ActResolver.Decided(acting, given) : default;
        if (no is not null) return Task.FromResult(Problems.Of(no));
        return RunAsync(opinion, acting, request.OccurredOn, act => new OpinionCommand.Refer(new(request.To), new(request.Explanation), decision) { By = act.By, OccurredOn = act.OccurredOn }, cancel);
    }

    private Task<IResult> CloseAsync(OpinionId opinion, OpinionClosed request, Acting acting, CancellationToken cancel) =>
        RunAsync(opinion, acting, request.OccurredOn, act => new OpinionCommand.Close(new(request.Outcome)) { By = act.By, OccurredOn = act.OccurredOn }, cancel);

    private async Task<IResult> RunAsync(OpinionId opinion, Acting acting, LocalDate? occurredOn, Func<Act, OpinionCommand> command, CancellationToken cancel)
    {
        var (act, no) = acting.On(occurredOn);
        if (act is null) return Problems.Of(no!);
        var decided = command(act);
        var ran = await opinions.RunAsync(acting.Congress, opinion, act, decided, cancel, so => ObjectionAsync(opinion, so, acting, decided, cancel));
        return Answers.Ok(ran, done => new OpinionTaken(opinion, done.Version));
    }

    // What its sender wants erased and the law wants kept can be closed, and nothing else is done with it.
    private async ValueTask<Refusal?> ObjectionAsync(OpinionId opinion, History<OpinionEvent> history, Acting acting, OpinionCommand command, CancellationToken cancel)
    {
        if (!OpinionReading.MaySee(history, acting)) return new NotFound();
        if (command is OpinionCommand.Close) return null;
        var from = ((OpinionEvent.Received)history.Events[0].Happening.Event).From;
        return await subjects.ObjectionAsync(acting.Congress, from, opinion.Value, acting.Today, cancel);
    }

    private async Task<IResult> ListAllAsync(Acting acting, CancellationToken cancel, string? after = null, bool awaitingKind = false, bool @sealed = false)
    {
        if (@sealed && acting.Office != Office.IntakeClerk) return Problems.Of(new OfficeNotHeld());
        return await ListAsync(acting, @sealed ? OpinionView.Sealed : awaitingKind ? OpinionView.AwaitingKind : OpinionView.All, after, cancel);
    }

    private async Task<IResult> ListMineAsync(Acting acting, CancellationToken cancel, string? after = null) =>
        await ListAsync(acting, OpinionView.OfSender(acting.Person), after, cancel);

    private async Task<IResult> ListHandedAsync(Acting acting, CancellationToken cancel, string? after = null) =>
        await ListAsync(acting, OpinionView.OfDeputy(acting.Person), after, cancel);

    private async Task<IResult> ListAsync(Acting acting, string question, string? after, CancellationToken cancel)
    {
        var page = await lists.PageAsync(acting.Congress.Id, question, after, PageSize, cancel);
        return Results.Ok(new OpinionPage(
            [.. page.Select(row => JsonSerializer.Deserialize(row.Data.Span, OpinionJson.Stored.OpinionRow)!)],
            page.Count == PageSize ? page[^1].Key : null));
    }

    private static PersonalText? OwnOrNull(PersonId person, string? text) => text is null ? null : new(person, text);

    /// <summary>What a citizen sends from the mini-program.</summary>
    /// <param name="Words">What the citizen says, at most 20,000 characters.</param>
    /// <param name="Title">What it is about, in a few words.</param>
    /// <param name="Place">Where, coarsely.</param>
    /// <param name="Name">The citizen's name, if he or she wants to give it.</param>
    /// <param name="Contact">Another way to be reached.</param>
    /// <param name="District">The electoral district it concerns, where it is known.</param>
    public record OpinionSent([MaxText(TextLimits.Body)] string Words, string? Title = null, string? Place = null, string? Name = null, string? Contact = null, ElectoralDistrictId? District = null);

    /// <summary>What a citizen said to staff or wrote on paper.</summary>
    public sealed record OpinionSaid(
        [MaxText(TextLimits.Body)] string Words, OpinionManner Manner, string? Title = null, string? Place = null, string? Name = null, string? Contact = null, ElectoralDistrictId? District = null, LocalDate? OccurredOn = null)
        : OpinionSent(Words, Title, Place, Name, Contact, District);

    /// <summary>An opinion was taken in, or something was done with it.</summary>
    /// <param name="Number">Its number; the citizen keeps it.</param>
    /// <param name="Version">The version of its record.</param>
    public sealed record OpinionTaken(OpinionId Number, int Version);

    /// <summary>What it is in law, settled by a person.</summary>
    public sealed record KindSettled(OpinionKind Kind, ElectoralDistrictId? District = null, LocalDate? OccurredOn = null);

    /// <summary>The deputy it goes to.</summary>
    public sealed record DeputyChosen(PersonId Deputy, LocalDate? OccurredOn = null);

    /// <summary>What the citizen is told in writing.</summary>
    public sealed record NoticeGiven(NoticeKind Notice, [MaxText(TextLimits.Body)] string Text, LocalDate? OccurredOn = null);

    /// <summary>How it ended.</summary>
    public sealed record OpinionClosed([MaxText(TextLimits.Body)] string Outcome, LocalDate? OccurredOn = null);

    /// <summary>Where it is referred to, and why; a report of wrongdoing by decision only.</summary>
    public sealed record OpinionReferred(string To, [MaxText(TextLimits.Body)] string Explanation, DecisionGiven? Decision = null, LocalDate? OccurredOn = null);

    /// <summary>A page of a list.</summary>
    /// <param name="Opinions">The rows.</param>
    /// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
    public sealed record OpinionPage(IReadOnlyList<OpinionRow> Opinions, string? Next);
}
