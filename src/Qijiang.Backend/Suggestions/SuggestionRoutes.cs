using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Http;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>Suggestions over HTTP: submitting, receiving, assigning.</summary>
public sealed class SuggestionRoutes(
    SuggestionUseCases suggestions, SuggestionActs acts, SuggestionReading reading, ActResolver resolver, OpinionUseCases opinions, Lists lists) : ISurfacePart
{
    private const int PageSize = 50;
    private const int MaxBatch = 500;
    private static readonly Office[] _desk = [Office.DeskClerk, Office.DeskHead, Office.SecretariatClerk, Office.SecretariatHead];
    private static readonly Office[] _deputyOrDesk = [Office.Deputy, .. _desk];
    private static readonly Office[] _readers = [.. _deputyOrDesk, Office.CoordinatingClerk, Office.AgencyClerk, Office.AgencyPrincipal];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/suggestions").WithTags("Suggestions");
        group.MapPost("", SubmitAsync).WithName("SubmitSuggestion").ForOffices(_deputyOrDesk);
        group.MapGet("", ListAsync).WithName("ListSuggestions").ForOffices(_readers);
        group.MapGet("{suggestion}", reading.GetAsync).WithName("GetSuggestion").ForOffices(_readers);
        group.MapPost("assignments", AssignBatchAsync).WithName("AssignSuggestions").ForOffices(_desk);
        MapDeputies(group);
        MapDesk(group);
    }

    private void MapDeputies(RouteGroupBuilder group)
    {
        group.MapPost("{suggestion}/co-signature", (SuggestionId suggestion, PlainAct request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) => new SuggestionCommand.ConfirmCoSignature { By = by, OccurredOn = on }, cancel)).WithName("ConfirmCoSignature").ForOffices(_deputyOrDesk);
        group.MapPost("{suggestion}/co-signature/declining", (SuggestionId suggestion, PlainAct request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) => new SuggestionCommand.DeclineCoSignature { By = by, OccurredOn = on }, cancel)).WithName("DeclineCoSignature").ForOffices(_deputyOrDesk);
        group.MapPost("{suggestion}/withdrawal", (SuggestionId suggestion, SuggestionWithdrawn request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) => new SuggestionCommand.Withdraw(new(request.Letter)) { By = by, OccurredOn = on }, cancel)).WithName("WithdrawSuggestion").ForOffices(_deputyOrDesk);
    }

    private void MapDesk(RouteGroupBuilder group)
    {
        group.MapPost("{suggestion}/receipt", (SuggestionId suggestion, SuggestionReceived request, Acting acting, CancellationToken cancel) =>
            acts.ByDeskAsync(suggestion, acting, request, (by, on) => new SuggestionCommand.Receive(request.Number) { By = by, OccurredOn = on }, cancel)).WithName("ReceiveSuggestion").ForOffices(_desk);
        group.MapPost("{suggestion}/refusal", RefuseAsync).WithName("RefuseSuggestion").ForOffices(_desk);
        group.MapPost("{suggestion}/merger", MergeAsync).WithName("MergeSuggestion").ForOffices(_desk);
        group.MapPost("{suggestion}/agencies", AssignToAgenciesAsync).WithName("AssignSuggestionToAgencies").ForOffices([.. _desk, Office.CoordinatingClerk]);
    }

    private Task<IResult> RefuseAsync(SuggestionId suggestion, SuggestionNotAdmitted request, Acting acting, CancellationToken cancel) =>
        KnownBodies.Check(acting, ("to", request.To)) is { } unknown ? Task.FromResult(Problems.Of(unknown))
        : acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) => request.To is { } to
            ? new SuggestionCommand.TakeAsReference(to, request.Ground, new(request.Explanation), decision) { By = by, OccurredOn = on }
            : new SuggestionCommand.Return(request.Ground, new(request.Explanation), decision) { By = by, OccurredOn = on }, cancel);

    private async Task<IResult> MergeAsync(SuggestionId suggestion, SuggestionMerged request, Acting acting, CancellationToken cancel)
    {
        // A merger that was decided stays one, whatever became of the other since; the decider tells the same from another.
        var isMerged = await suggestions.StateAsync(acting.Congress.Id, suggestion, cancel) is Suggestion.Merged;
        if (!isMerged && ObjectionTo(await suggestions.StateAsync(acting.Congress.Id, request.Into, cancel)) is { } objection) return Problems.Of(objection);
        return await acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) =>
            new SuggestionCommand.MergeInto(request.Into, decision) { By = by, OccurredOn = on }, cancel);
    }

    private static Refusal? ObjectionTo(Suggestion target) => target switch
    {
        Suggestion.InHand { IsAnswered: true } => new AnsweredAlready { Field = "into" },
        Suggestion.AwaitingAssignment or Suggestion.WithCoordinatingOffice or Suggestion.InHand => null,
        _ => new MergesIntoNothing(),
    };

    private Task<IResult> AssignToAgenciesAsync(SuggestionId suggestion, AssignedToAgencies request, Acting acting, CancellationToken cancel) =>
        KnownBodies.Check(acting, request.Parts.Select((p, i) => ($"parts[{i}].agency", (BodyId?)p.Agency))) is { } unknown ? Task.FromResult(Problems.Of(unknown))
        : acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) => new SuggestionCommand.AssignToAgencies(
            request.Parts.Select(p => new Part(p.Agency, p.Role, p.ComplexBecause is null ? null : new(p.ComplexBecause))).ToValueList(), decision)
        { By = by, OccurredOn = on }, cancel);

    private async Task<IResult> SubmitAsync(SuggestionSubmitted request, Acting acting, CancellationToken cancel)
    {
        var (act, no) = await resolver.ResolveAsync(acting, request, null, [Office.Deputy], null, cancel);
        if (act is null) return Problems.Of(no!);

        var id = SuggestionUseCases.NumberOf(act.Command);
        var lead = act.By.Principal;
        var words = new List<PersonalText>();
        // Of what was submitted before, and is only asked again, the sources may have moved on.
        var isNew = (await suggestions.LoadAsync(acting.Congress.Id, id, cancel)).IsEmpty;
        foreach (var source in isNew ? request.Sources ?? [] : [])
        {
            var history = await opinions.LoadAsync(acting.Congress.Id, source, cancel);
            if (OpinionJson.Opinions.StateOf(history) is not Opinion.Open open || !open.Deputies.Contains(lead))
                return Problems.Of(new SourceNotYours());
            words.Add(((OpinionEvent.Received)history.Events[0].Happening.Event).Words);
        }

        var command = new SuggestionCommand.Submit(
            id, lead, (request.CoSigners ?? []).ToValueList(), new(request.Title), new(request.Text), request.Made, (request.Sources ?? []).ToValueList())
        {
            By = act.By,
            OccurredOn = act.OccurredOn,
            SourceTexts = words.ToValueList(),
            Delegation = request is { Delegation: { } body, Convenor: { } convenor } ? new(body, convenor) : null,
        };
        var ran = await suggestions.RunAsync(acting.Congress, id, act, command, cancel);
        return Answers.Created(ran, $"/api/{acting.Congress.Id}/suggestions/{id}", await reading.BriefingAsync(acting.Congress, id, cancel));
    }

    private async Task<IResult> AssignBatchAsync(BatchAssigned request, Acting acting, CancellationToken cancel)
    {
        if (request.Suggestions.Count is 0 or > MaxBatch) return Problems.Of(new FieldMalformed("suggestions"));
        if (KnownBodies.Check(acting, ("to", request.To)) is { } unknown) return Problems.Of(unknown);
        var (decision, undecided) = ActResolver.Decided(acting, request.Decision);
        if (decision is null) return Problems.Of(undecided!);
        var (act, no) = await resolver.ResolveAsync(acting, request, request.Decision.On, [], null, cancel);
        if (act is null) return Problems.Of(no!);

        // Each suggestion is its own stream: one that is refused does not hold up the others, and the same batch sent again repeats none.
        var lines = new List<BatchLine>(request.Suggestions.Count);
        foreach (var id in request.Suggestions.Distinct())
        {
            var command = new SuggestionCommand.Assign(request.To, decision) { By = act.By, OccurredOn = act.OccurredOn };
            var ran = await suggestions.RunAsync(acting.Congress, id, act, command, cancel);
            lines.Add(new BatchLine(id, (ran as Ran<Suggestion>.Refused)?.Refusal.Code));
        }

        return Results.Ok(new BatchResult(lines));
    }

    private async Task<IResult> ListAsync(Acting acting, CancellationToken cancel, string? list = null, string? after = null)
    {
        var question = (acting.Office, list) switch
        {
            (Office.AgencyClerk or Office.AgencyPrincipal, _) => acting.Body is { } agency ? SuggestionView.OfAgency(agency) : null,
            (Office.CoordinatingClerk, _) => acting.Body is { } office ? SuggestionView.Coordinating(office) : null,
            (Office.Deputy, null or "mine") => SuggestionView.OfLead(acting.Person),
            (Office.Deputy, "registered") => SuggestionView.Registered,
            (Office.Deputy, _) => null,
            (_, "desk") => SuggestionView.Desk,
            (_, null or "all") => SuggestionView.All,
            _ => null,
        };
        if (question is null) return Problems.Of(new FieldMalformed("list"));
        var page = await lists.PageAsync(acting.Congress.Id, question, after, PageSize, cancel);
        return Results.Ok(new SuggestionPage(
            [.. page.Select(row => JsonSerializer.Deserialize(row.Data.Span, SuggestionJson.Stored.SuggestionRow)!)],
            page.Count == PageSize ? page[^1].Key : null));
    }

    /// <summary>What became of each suggestion of a batch.</summary>
    public sealed record BatchResult(IReadOnlyList<BatchLine> Lines);

    /// <summary>One suggestion of a batch.</summary>
    /// <param name="Suggestion">Which.</param>
    /// <param name="Refused">Null: assigned; else the code of the refusal.</param>
    public sealed record BatchLine(SuggestionId Suggestion, string? Refused);

    /// <summary>A page of a list.</summary>
    /// <param name="Suggestions">The rows.</param>
    /// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
    public sealed record SuggestionPage(IReadOnlyList<SuggestionRow> Suggestions, string? Next);
}
