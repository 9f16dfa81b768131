namespace Qijiang.Backend.Http;

/// <summary>Marks an endpoint that changes nothing by being asked twice and needs no idempotency key (signing in, WeChat's push with keys of its own).</summary>
public sealed record NoIdempotencyKey
{
    /// <summary>Whether the endpoint reads the body itself, as bytes, within a limit of its own and with an answer of its own for what exceeds it.</summary>
    public bool ReadsBody { get; init; }
}
