using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.Http;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>One agency's part of a suggestion over HTTP: returning, meeting, answering, evaluating, handling again, delivering.</summary>
public sealed class HandlingRoutes(SuggestionActs acts) : ISurfacePart
{
    private static readonly Office[] _desk = [Office.DeskClerk, Office.DeskHead];
    private static readonly Office[] _agency = [Office.AgencyClerk, Office.AgencyPrincipal, Office.CoordinatingClerk, .. _desk];
    private static readonly Office[] _deputy = [Office.Deputy, .. _desk];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/suggestions/{suggestion}/handlings/{agency}").WithTags("Handlings");
        MapAgency(group);
        MapExtension(group);
        MapEvaluation(group);
        MapRehandling(group);
        MapCommitments(group.MapGroup("commitments/{commitment}"));
    }

    private void MapAgency(RouteGroupBuilder group)
    {
        group.MapPost("return", (SuggestionId suggestion, BodyId agency, ReasonsGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.ReturnMisassigned(agency, new(request.Reasons)) { By = by, OccurredOn = on }, cancel)).WithName("ReturnMisassigned").ForOffices(_agency);
        group.MapPost("return/decision", DecideReturnAsync).WithName("DecideReturn").ForOffices([.. _desk, Office.CoordinatingClerk]);
        group.MapPost("contacts", (SuggestionId suggestion, BodyId agency, ContactMade request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.RecordContact(agency, request.Phase, request.Manner, new(request.Note)) { By = by, OccurredOn = on }, cancel)).WithName("RecordContact").ForOffices(_agency);
        group.MapPost("co-handler-opinion", (SuggestionId suggestion, BodyId agency, AnswerGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.GiveCoHandlerOpinion(agency, new(request.Text), request.SignedBy, PromisesOf(request, acting)) { By = by, OccurredOn = on }, cancel)).WithName("GiveCoHandlerOpinion").ForOffices(_agency);
        group.MapPost("co-handler-opinion/demand", (SuggestionId suggestion, BodyId agency, ReasonsGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.DemandCoHandlerOpinionAnew(agency, new(request.Reasons)) { By = by, OccurredOn = on }, cancel)).WithName("DemandCoHandlerOpinionAnew").ForOffices(_agency);
        group.MapPost("reply", ReplyAsync).WithName("GiveReply").ForOffices(_agency);
    }

    private void MapExtension(RouteGroupBuilder group)
    {
        group.MapPost("extension", (SuggestionId suggestion, BodyId agency, ReasonsGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.Extend(agency, new(request.Reasons)) { By = by, OccurredOn = on }, cancel)).WithName("AskForExtension").ForOffices(_agency);
        group.MapPost("extension/decision", (SuggestionId suggestion, BodyId agency, ExtensionDecided request, Acting acting, CancellationToken cancel) =>
            acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) =>
                new SuggestionCommand.DecideExtension(agency, request.Granted, decision, TextOrNull(request.Reasons)) { By = by, OccurredOn = on }, cancel)).WithName("DecideExtension").ForOffices(_desk);
        group.MapPost("suspension", (SuggestionId suggestion, BodyId agency, SuspensionGranted request, Acting acting, CancellationToken cancel) =>
            acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) =>
                new SuggestionCommand.SuspendPeriod(agency, request.From, request.To, new(request.Reasons), decision) { By = by, OccurredOn = on }, cancel)).WithName("SuspendPeriod").ForOffices(_desk);
        group.MapPost("overdue-explanation", (SuggestionId suggestion, BodyId agency, TextGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.ExplainOverdue(agency, new(request.Text)) { By = by, OccurredOn = on }, cancel)).WithName("ExplainOverdue").ForOffices(_agency);
    }

    private Task<IResult> DecideReturnAsync(SuggestionId suggestion, BodyId agency, ReturnDecided request, Acting acting, CancellationToken cancel) =>
        KnownBodies.Check(acting, ("to", request.To)) is { } unknown ? Task.FromResult(Problems.Of(unknown))
        : acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) => request.To is { } to
            ? new SuggestionCommand.Reassign(agency, to, decision) { By = by, OccurredOn = on }
            : new SuggestionCommand.DeclineReturn(agency, new(request.Reasons), decision) { By = by, OccurredOn = on }, cancel);

    private Task<IResult> ReplyAsync(SuggestionId suggestion, BodyId agency, AnswerGiven request, Acting acting, CancellationToken cancel)
    {
        if (request.Class is not { } replyClass) return Task.FromResult(Problems.Of(new FieldMissing("class")));
        return acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
            new SuggestionCommand.GiveReply(agency, replyClass, new(request.Text), request.SignedBy, PromisesOf(request, acting)) { By = by, OccurredOn = on }, cancel);
    }

    private void MapEvaluation(RouteGroupBuilder group)
    {
        group.MapPost("evaluation", (SuggestionId suggestion, BodyId agency, EvaluationGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) =>
                new SuggestionCommand.Evaluate(agency, request.Grade, TextOrNull(request.Opinion)) { By = by, OccurredOn = on }, cancel)).WithName("EvaluateReply").ForOffices(_deputy);
        group.MapPost("evaluation/correction", (SuggestionId suggestion, BodyId agency, EvaluationGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) =>
                new SuggestionCommand.CorrectEvaluation(agency, request.Grade, TextOrNull(request.Opinion)) { By = by, OccurredOn = on }, cancel)).WithName("CorrectEvaluation").ForOffices(_deputy);
        group.MapPost("evaluation/urging", (SuggestionId suggestion, BodyId agency, PlainAct request, Acting acting, CancellationToken cancel) =>
            acts.ByDeskAsync(suggestion, acting, request, (by, on) =>
                new SuggestionCommand.UrgeEvaluation(agency) { By = by, OccurredOn = on }, cancel)).WithName("UrgeEvaluation").ForOffices(_desk);
    }

    private void MapRehandling(RouteGroupBuilder group)
    {
        group.MapPost("re-handling", (SuggestionId suggestion, BodyId agency, RehandlingDecided request, Acting acting, CancellationToken cancel) =>
            acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) =>
                new SuggestionCommand.DecideRehandling(agency, request.Demand, new(request.Grounds), decision) { By = by, OccurredOn = on }, cancel)).WithName("DecideRehandling").ForOffices(_desk);
        group.MapPost("re-handling/receipt", (SuggestionId suggestion, BodyId agency, PlainAct request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.AcknowledgeDemand(agency) { By = by, OccurredOn = on }, cancel)).WithName("AcknowledgeDemand").ForOffices(_agency);
        group.MapPost("handling-opinion", (SuggestionId suggestion, BodyId agency, OpinionDecided request, Acting acting, CancellationToken cancel) =>
            acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) =>
                new SuggestionCommand.GiveMeetingOpinion(agency, new(request.Opinion), decision) { By = by, OccurredOn = on }, cancel)).WithName("GiveHandlingOpinion").ForOffices(_desk);
    }

    private void MapCommitments(RouteGroupBuilder group)
    {
        group.MapPost("delivery", (SuggestionId suggestion, BodyId agency, CommitmentId commitment, TextGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfAgencyAsync(suggestion, agency, acting, request, (by, on) =>
                new SuggestionCommand.ReportDelivery(agency, commitment, new(request.Text)) { By = by, OccurredOn = on }, cancel)).WithName("ReportDelivery").ForOffices(_agency);
        group.MapPost("evaluation", (SuggestionId suggestion, BodyId agency, CommitmentId commitment, EvaluationGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) =>
                new SuggestionCommand.EvaluateDelivery(agency, commitment, request.Grade, TextOrNull(request.Opinion)) { By = by, OccurredOn = on }, cancel)).WithName("EvaluateDelivery").ForOffices(_deputy);
        group.MapPost("evaluation/correction", (SuggestionId suggestion, BodyId agency, CommitmentId commitment, EvaluationGiven request, Acting acting, CancellationToken cancel) =>
            acts.OfDeputyAsync(suggestion, acting, request, (by, on) =>
                new SuggestionCommand.CorrectDeliveryEvaluation(agency, commitment, request.Grade, TextOrNull(request.Opinion)) { By = by, OccurredOn = on }, cancel)).WithName("CorrectDeliveryEvaluation").ForOffices(_deputy);
        group.MapPost("handling-opinion", (SuggestionId suggestion, BodyId agency, CommitmentId commitment, OpinionDecided request, Acting acting, CancellationToken cancel) =>
            acts.ByDecisionAsync(suggestion, acting, request, request.Decision, (by, on, decision) =>
                new SuggestionCommand.GiveDeliveryMeetingOpinion(agency, commitment, new(request.Opinion), decision) { By = by, OccurredOn = on }, cancel)).WithName("GiveHandlingOpinionOnDelivery").ForOffices(_desk);
    }

    // The id of a promise comes from the command, so that the same reply sent again makes the same ledger entries.
    private static ValueList<Promise> PromisesOf(AnswerGiven request, Acting acting) =>
        (request.Promises ?? []).Select((p, i) => new Promise(new($"{acting.Command!.Id[..12]}-{i + 1}"), new(p.Item), p.By)).ToValueList();

    private static OfficialText? TextOrNull(string? text) => text is null ? null : new(text);
}
