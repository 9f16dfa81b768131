using Microsoft.AspNetCore.Http;
using NodaTime;
using Qijiang.Backend.Http;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;

namespace Qijiang.Backend.Suggestions;

/// <summary>What all acts on suggestions have in common: resolve who acts and when, run, show the suggestion as it then stands.</summary>
public sealed class SuggestionActs(SuggestionUseCases suggestions, SuggestionReading reading, ActResolver acts)
{
    private static readonly Office[] _deputy = [Office.Deputy];
    private static readonly Office[] _agency = [Office.AgencyClerk, Office.AgencyPrincipal];

    /// <summary>An act of a deputy, or entered for one.</summary>
    public Task<IResult> OfDeputyAsync(SuggestionId id, Acting acting, ActRequest request, Func<Actor, LocalDate, SuggestionCommand> command, CancellationToken cancel) =>
        RunAsync(id, acting, request, null, _deputy, null, command, cancel);

    /// <summary>An act of an agency, or entered for its clerk or leader.</summary>
    public Task<IResult> OfAgencyAsync(SuggestionId id, BodyId agency, Acting acting, ActRequest request, Func<Actor, LocalDate, SuggestionCommand> command, CancellationToken cancel) =>
        RunAsync(id, acting, request, null, _agency, agency, command, cancel);

    /// <summary>The desk's own act. Nobody stands behind it: it is entered for no one.</summary>
    public Task<IResult> ByDeskAsync(SuggestionId id, Acting acting, ActRequest request, Func<Actor, LocalDate, SuggestionCommand> command, CancellationToken cancel) =>
        RunAsync(id, acting, request, null, [], null, command, cancel);

    /// <summary>An act by decision of the body in whose office somebody acts.</summary>
    public Task<IResult> ByDecisionAsync(SuggestionId id, Acting acting, ActRequest request, DecisionGiven given, Func<Actor, LocalDate, Decision, SuggestionCommand> command, CancellationToken cancel)
    {
        var (decision, no) = ActResolver.Decided(acting, given);
        return decision is null ? Task.FromResult(Problems.Of(no!)) : RunAsync(id, acting, request, given.On, [], null, (by, on) => command(by, on, decision), cancel);
    }

    private async Task<IResult> RunAsync(
        SuggestionId id, Acting acting, ActRequest request, LocalDate? decidedOn, Office[] principals, BodyId? body, Func<Actor, LocalDate, SuggestionCommand> command, CancellationToken cancel)
    {
        var (act, no) = await acts.ResolveAsync(acting, request, decidedOn, principals, body, cancel);
        if (act is null) return Problems.Of(no!);
        var ran = await suggestions.RunAsync(acting.Congress, id, act, command(act.By, act.OccurredOn), cancel, so => ValueTask.FromResult<Refusal?>(SuggestionReading.MaySee(so, acting) ? null : new NotFound()));
        return Answers.Ok(ran, await reading.BriefingAsync(acting.Congress, id, cancel));
    }
}
