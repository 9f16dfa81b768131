using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.Ballots;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Http;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>A session's vote on livelihood projects over HTTP.</summary>
public sealed class PollRoutes(PollUseCases polls, PollReading reading, PollOpening opening, PollVoting voting, DeputyRoll deputies, ActResolver resolver) : ISurfacePart
{
    private static readonly Office[] _secretariat = [Office.SecretariatClerk, Office.SecretariatHead];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/polls").WithTags("Polls");
        group.MapPost("", PrepareAsync).WithName("PreparePoll").ForOffices(_secretariat);
        group.MapGet("{poll}", GetAsync).WithName("GetPoll").ForOffices([.. _secretariat, Office.Deputy, Office.DeskClerk, Office.DeskHead]);
        group.MapPost("{poll}/rules", AdoptRulesAsync).WithName("AdoptPollRules").ForOffices(_secretariat);
        group.MapPost("{poll}/roll", FixRollAsync).WithName("FixRoll").ForOffices(_secretariat);
        group.MapPost("{poll}/attendance", SignInAsync).WithName("SignInDeputy").ForOffices([Office.Deputy, .. _secretariat]);
        group.MapPost("{poll}/opening", OpenAsync).WithName("OpenPoll").ForOffices(_secretariat);
        group.MapPost("{poll}/ballots", CastAsync).WithName("CastBallot").ForOffices(Office.Deputy).WithMetadata(new SecretBody());
        group.MapPost("{poll}/closing", CloseAsync).WithName("ClosePoll").ForOffices(_secretariat);
        group.MapPost("{poll}/announcement", AnnounceAsync).WithName("AnnounceResult").ForOffices(_secretariat);
        group.MapPost("{poll}/re-vote", PrepareReVoteAsync).WithName("PrepareReVote").ForOffices(_secretariat);
        group.MapPost("{poll}/voiding", DeclareVoidAsync).WithName("DeclarePollVoid").ForOffices(_secretariat);
    }

    private async Task<IResult> PrepareAsync(PollPrepared request, Acting acting, CancellationToken cancel)
    {
        if (KnownBodies.Check(acting, request.Projects.Select((p, i) => ($"projects[{i}].responsibleUnit", (BodyId?)p.ResponsibleUnit))) is { } unknown) return Problems.Of(unknown);
        var (act, no) = await resolver.ResolveAsync(acting, request, null, [], null, cancel);
        if (act is null) return Problems.Of(no!);
        var id = PollUseCases.NumberOf(act.Command);
        var candidates = request.Projects.Select(p => new CandidateProject(
            p.Id, new(p.Title), new(p.Content), new(p.Location), p.InvestmentYuan, new(p.FundingSource), p.ResponsibleUnit, p.FinishBy)).ToValueList();
        var paper = new PollPaper(acting.Congress.Id, id, new(request.Title), candidates, request.Terms, request.ChiefScrutineer, request.Scrutineers.ToValueList());
        var ran = await polls.RunAsync(acting.Congress, id, act, new PollCommand.Prepare(paper) { By = act.By, OccurredOn = act.OccurredOn }, cancel);
        return Answers.Created(ran, $"/api/{acting.Congress.Id}/polls/{id}", done => new PollActed(id, done.State.GetType().Name, done.Version));
    }

    private async Task<IResult> GetAsync(PollId poll, Acting acting, CancellationToken cancel)
    {
        var (state, version) = await polls.StateAsync(acting.Congress.Id, poll, cancel);
        return await reading.ShowAsync(poll, state, version, _secretariat.Contains(acting.Office), cancel) is { } shown ? Results.Ok(shown) : Problems.Of(new NotFound());
    }

    private Task<IResult> AdoptRulesAsync(PollId poll, RulesAdopted request, Acting acting, CancellationToken cancel) => ActResolver.Decided(acting, request.Decision) switch
    {
        ({ } decision, _) => RunAsync(poll, acting, request, decision.On, (by, on) => new PollCommand.ConfirmRules(decision) { By = by, OccurredOn = on }, cancel),
        (_, var no) => Task.FromResult(Problems.Of(no!)),
    };

    private async Task<IResult> FixRollAsync(PollId poll, PlainAct request, Acting acting, CancellationToken cancel)
    {
        var (voters, suspended) = await deputies.OnAsync(acting.Congress.Id, request.OccurredOn ?? acting.Today, cancel);
        return await RunAsync(poll, acting, request, null, (by, on) => new PollCommand.FixRoll(voters, suspended) { By = by, OccurredOn = on }, cancel);
    }

    private Task<IResult> SignInAsync(PollId poll, DeputyPresent request, Acting acting, CancellationToken cancel)
    {
        if (acting.Office == Office.Deputy ? request.Deputy is { } other && other != acting.Person : request.Deputy is null)
            return Task.FromResult(Problems.Of(new FieldMalformed("deputy")));
        return RunAsync(poll, acting, request, null, (by, on) => new PollCommand.SignIn(request.Deputy ?? acting.Person) { By = by, OccurredOn = on }, cancel);
    }

    private async Task<IResult> OpenAsync(PollId poll, PlainAct request, Acting acting, CancellationToken cancel)
    {
        var (state, _) = await polls.StateAsync(acting.Congress.Id, poll, cancel);
        var roll = state switch
        {
            Poll.Preparing s => s.Roll,
            Poll.Open { Held: var held } => held.Roll,
            _ => null,
        };
        // Without a roll there is nothing to prepare: the decider says why, or the same command is answered as the first time.
        var material = roll is null ? new BallotMaterial("", 0, "", "") : await opening.PrepareAsync(acting.Congress.Id, poll, roll.Voters, cancel);
        var answer = await RunAsync(poll, acting, request, null, (by, on) => new PollCommand.OpenPoll(material) { By = by, OccurredOn = on }, cancel);
        if (await polls.StateAsync(acting.Congress.Id, poll, cancel) is (Poll.Open { Held: var opened }, _)) await opening.OpenAsync(opened.Frame, opened.Roll.Voters, cancel);
        return answer;
    }

    // The ballot is checked and sealed here, on arrival; nothing of it is in an event, a log or an error. The key goes into the box as the
    // device gave it, not as the command's stamp: that one is bound to the person.
    private async Task<IResult> CastAsync(PollId poll, BallotCast request, Acting acting, HttpContext context, CancellationToken cancel)
    {
        var (state, _) = await polls.StateAsync(acting.Congress.Id, poll, cancel);
        var key = context.Features.Get<CommandHeader>()!.Key;
        var cast = state switch
        {
            Poll.Open { Held: var held } => await voting.CastAsync(held.Frame, acting.Person, held.Present, key, BallotChoice.Of(held.Frame, request.Marks), cancel),
            Poll.Closed { Held: var held } => await voting.RecallAsync(held.Frame, acting.Person, held.Present, key, cancel),
            _ => null,
        };
        return cast switch
        {
            null => Problems.Of(state is Poll.NotPrepared ? new NotFound() : new PollNotOpen()),
            CastOutcome.Recorded => Results.Ok(new BallotTaken(poll)),
            CastOutcome.AlreadyCast => Problems.Of(new BallotAlreadyCast()),
            CastOutcome.Refused { Refusal: var refusal } => Problems.Of(refusal),
            _ => throw new InvalidOperationException("a cast ends in one of three ways"),
        };
    }

    private Task<IResult> CloseAsync(PollId poll, PlainAct request, Acting acting, CancellationToken cancel) =>
        RunAsync(poll, acting, request, null, (by, on) => new PollCommand.ClosePoll { By = by, OccurredOn = on }, cancel);

    private Task<IResult> AnnounceAsync(PollId poll, ResultMadeKnown request, Acting acting, CancellationToken cancel) =>
        RunAsync(poll, acting, request, null, (by, on) => new PollCommand.Announce(request.How, request.DocumentNumber) { By = by, OccurredOn = on }, cancel);

    private async Task<IResult> PrepareReVoteAsync(PollId poll, PlainAct request, Acting acting, CancellationToken cancel)
    {
        if (await polls.StateAsync(acting.Congress.Id, poll, cancel) is not (Poll.Tallied first, _)) return Problems.Of(new OutOfTurn());
        var (act, no) = await resolver.ResolveAsync(acting, request, null, [], null, cancel);
        if (act is null) return Problems.Of(no!);
        var id = PollUseCases.NumberOf(act.Command);
        var ran = await polls.RunAsync(acting.Congress, id, act, new PollCommand.PrepareReVote(id, first) { By = act.By, OccurredOn = act.OccurredOn }, cancel);
        return Answers.Created(ran, $"/api/{acting.Congress.Id}/polls/{id}", done => new PollActed(id, done.State.GetType().Name, done.Version));
    }

    private Task<IResult> DeclareVoidAsync(PollId poll, PollVoided request, Acting acting, CancellationToken cancel) => ActResolver.Decided(acting, request.Decision) switch
    {
        ({ } decision, _) => RunAsync(poll, acting, request, decision.On, (by, on) => new PollCommand.DeclareVoid(request.Ground, new(request.Reason), decision) { By = by, OccurredOn = on }, cancel),
        (_, var no) => Task.FromResult(Problems.Of(no!)),
    };

    private async Task<IResult> RunAsync(PollId poll, Acting acting, ActRequest request, LocalDate? decidedOn, Func<Actor, LocalDate, PollCommand> command, CancellationToken cancel)
    {
        var (act, no) = await resolver.ResolveAsync(acting, request, decidedOn, [], null, cancel);
        if (act is null) return Problems.Of(no!);
        var ran = await polls.RunAsync(acting.Congress, poll, act, command(act.By, act.OccurredOn), cancel);
        return Answers.Ok(ran, done => new PollActed(poll, done.State.GetType().Name, done.Version));
    }

    /// <summary>Something was done with a poll.</summary>
    public sealed record PollActed(PollId Poll, string State, int Version);

    /// <summary>A ballot is in the box. Nothing more is said of it.</summary>
    public sealed record BallotTaken(PollId Poll);
}
