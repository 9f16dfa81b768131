using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Http;
using Qijiang.Backend.Storage;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.PersonalData;

namespace Qijiang.Backend.PersonalData;

/// <summary>What a citizen can ask of the data kept of him or her (PI-08): how they stand, erasure, an end of the restriction.</summary>
public sealed class PersonalDataRoutes(DataSubjectUseCases subjects, OpinionUseCases opinions) : ISurfacePart
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/{congress}/personal-data").WithTags("Personal data");
        group.MapGet("", GetAsync).WithName("GetMyPersonalData").Produces<DataSubjectShown>().ForOffices(Office.Citizen);
        group.MapPost("erasure", EraseAsync).WithName("EraseMyPersonalData").Produces<DataSubjectShown>().ForOffices(Office.Citizen)
            .WithDescription("Erased where nothing has to be filed; else what has to be kept is restricted, and named.");
        group.MapPost("restriction/end", LiftAsync).WithName("LiftMyRestriction").Produces<DataSubjectShown>().ForOffices(Office.Citizen);
        group.MapPost("erasures", EnterAsync).WithName("EnterErasure").Produces<DataSubjectShown>().ForOffices(Office.IntakeClerk)
            .WithDescription("For who comes in person, with the number of an opinion.");
    }

    private async Task<IResult> GetAsync(Acting acting, CancellationToken cancel) => Results.Ok(DataSubjectShown.Of(await subjects.StateAsync(acting.Person, cancel)));

    private async Task<IResult> EraseAsync(Acting acting, CancellationToken cancel)
    {
        var (act, no) = acting.On(null, Channel.MiniProgram);
        return act is null ? Problems.Of(no!) : Show(await subjects.EraseAsync(acting.Congress, act, acting.Person, cancel));
    }

    private async Task<IResult> LiftAsync(Acting acting, CancellationToken cancel)
    {
        var (act, no) = acting.On(null, Channel.MiniProgram);
        return act is null ? Problems.Of(no!) : Show(await subjects.LiftAsync(acting.Congress, act, acting.Person, cancel));
    }

    private async Task<IResult> EnterAsync(ErasureAsked request, Acting acting, CancellationToken cancel)
    {
        var state = OpinionJson.Opinions.StateOf(await opinions.LoadAsync(acting.Congress.Id, request.Opinion, cancel));
        if (state.Received is not { From: var person }) return Problems.Of(new NotFound());
        var (act, no) = acting.On(request.OccurredOn, Channel.InPerson, person);
        return act is null ? Problems.Of(no!) : Show(await subjects.EraseAsync(acting.Congress, act, person, cancel));
    }

    private static IResult Show(Ran<DataSubject> ran) => Answers.Ok(ran, done => DataSubjectShown.Of(done.State));

    /// <summary>Somebody came in person and asks for erasure.</summary>
    /// <param name="Opinion">The number of an opinion that the person sent.</param>
    /// <param name="OccurredOn">When; null: today.</param>
    public sealed record ErasureAsked(OpinionId Opinion, LocalDate? OccurredOn = null);

    /// <summary>How things stand with the data kept of a person.</summary>
    /// <param name="State"><c>Kept</c>, <c>Restricted</c> or <c>Erased</c>.</param>
    /// <param name="On">Since when; null while nothing was asked.</param>
    /// <param name="Filed">What has to be kept, and how long.</param>
    public sealed record DataSubjectShown(string State, LocalDate? On, IReadOnlyList<KeptRecord> Filed)
    {
        internal static DataSubjectShown Of(DataSubject state) => state switch
        {
            DataSubject.Restricted restricted => new(nameof(DataSubject.Restricted), restricted.On, [.. restricted.Filed]),
            DataSubject.Erased erased => new(nameof(DataSubject.Erased), erased.On, []),
            _ => new(nameof(DataSubject.Kept), null, []),
        };
    }
}
