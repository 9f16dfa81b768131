using System.Reflection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Http;

/// <summary>
/// Who is at the keyboard, in which office of which congress, and the command's stamp: what the pipeline knows of a request.
/// Endpoints take it as a parameter.
/// </summary>
/// <param name="Congress">The congress of the address, with its facts.</param>
/// <param name="Person">The person signed in.</param>
/// <param name="Office">The office in which the person acts.</param>
/// <param name="Body">The body or agency of that office.</param>
/// <param name="Mandates">All the person's mandates in this congress.</param>
/// <param name="Today">Today in Asia/Shanghai, by the domain's clock.</param>
/// <param name="Command">The stamp; null for requests that change nothing.</param>
public sealed record Acting(Congress.Established Congress, PersonId Person, Office Office, BodyId? Body, Mandates Mandates, LocalDate Today, CommandStamp? Command)
{
    /// <summary>Takes it from the request, where <see cref="ActingMiddleware"/> has put it.</summary>
    public static ValueTask<Acting?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(context.Features.Get<Acting>());

    /// <summary>The act of this person, or a refusal: dated in the future or before the calendar begins, or the office was not held on its date.</summary>
    /// <param name="occurredOn">The date in law; null: today.</param>
    /// <param name="channel">How it reached us.</param>
    /// <param name="onBehalfOf">For whom it is entered; null: the person acts.</param>
    public (Act? Act, Refusal? Refusal) On(LocalDate? occurredOn, Channel channel = Channel.Web, PersonId? onBehalfOf = null)
    {
        var day = occurredOn ?? Today;
        if (day > Today) return (null, new ActInTheFuture());
        if (!WorkingCalendar.Covers(day)) return (null, new NoRuleThen());
        if (Office != Office.Citizen && !Mandates.Holds(Office, Body, day)) return (null, new OfficeNotHeld());
        return (new Act(Command!, new Actor(Person, Office, Body, onBehalfOf), day, channel), null);
    }
}
