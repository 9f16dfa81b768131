using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Http;

/// <summary>Makes an act of a request: whoever is signed in held the office on its date, and so did the one for whom it is entered.</summary>
public sealed class ActResolver(MandateRegister mandates)
{
    /// <summary>The act, or why there is none.</summary>
    /// <param name="acting">Who is signed in.</param>
    /// <param name="request">What the act says of itself.</param>
    /// <param name="decidedOn">The date of the document, where it is an act by decision.</param>
    /// <param name="principals">The offices of which the one for whom it is entered must hold one.</param>
    /// <param name="body">The agency in which that office must be; null: none in particular.</param>
    /// <param name="cancel">Stops reading mandates.</param>
    public async Task<(Act? Act, Refusal? Refusal)> ResolveAsync(
        Acting acting, ActRequest request, LocalDate? decidedOn, Office[] principals, BodyId? body, CancellationToken cancel)
    {
        var day = decidedOn ?? request.OccurredOn ?? acting.Today;
        if (request.OnBehalfOf is not { } principal)
            return request.Channel is null or Channel.Web ? acting.On(day) : (null, new FieldMalformed("channel"));
        if (request.Channel is not (Channel.Paper or Channel.InPerson)) return (null, new FieldMalformed("channel"));
        var held = await mandates.OfAsync(acting.Congress.Id, principal, cancel);
        if (!principals.Any(office => held.Holds(office, office == Office.Deputy ? null : body, day))) return (null, new PrincipalHoldsNoOffice());
        return acting.On(day, request.Channel.Value, principal);
    }

    /// <summary>
    /// The decision as the deciders want it, or why it can't be one: no such body in the congress, a document without a number. The
    /// coordinating office records its own decisions alone; the congress's staff record those of its bodies.
    /// </summary>
    /// <param name="acting">Who records it.</param>
    /// <param name="given">What was given, in the field <c>decision</c>.</param>
    public static (Decision? Decision, Refusal? Refusal) Decided(Acting acting, DecisionGiven given)
    {
        if ((given.Body ?? acting.Body) is not { } id || acting.Congress.Find(id) is not { } body || (acting.Office == Office.CoordinatingClerk && id != acting.Body))
            return (null, new FieldMalformed("decision.body"));
        return (new(body.Id, body.Kind, given.Meeting, given.DocumentNumber, given.Signatory, given.On), null);
    }
}

/// <summary>The one for whom it is entered held no office then that could do it.</summary>
public sealed record PrincipalHoldsNoOffice : Refusal
{
    /// <summary>Names the field.</summary>
    public PrincipalHoldsNoOffice() : base("act.principal-holds-no-office") => Field = "onBehalfOf";
}
