using Microsoft.AspNetCore.Http;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Http;

/// <summary>What a command that was run is answered with.</summary>
public static class Answers
{
    /// <summary>200 with the new state as the endpoint shows it, or the refusal.</summary>
    public static IResult Ok<TState>(Ran<TState> ran, Func<Ran<TState>.Done, object> show) => ran switch
    {
        Ran<TState>.Done done => Results.Ok(show(done)),
        Ran<TState>.Refused { Refusal: var refusal } => Problems.Of(refusal),
        _ => throw new InvalidOperationException("a command ends in one of two ways"),
    };

    /// <summary>201 with the address of what was created, or the refusal. Asked again, the same answer.</summary>
    public static IResult Created<TState>(Ran<TState> ran, string address, Func<Ran<TState>.Done, object> show) => ran switch
    {
        Ran<TState>.Done done => Results.Created(address, show(done)),
        Ran<TState>.Refused { Refusal: var refusal } => Problems.Of(refusal),
        _ => throw new InvalidOperationException("a command ends in one of two ways"),
    };
}
