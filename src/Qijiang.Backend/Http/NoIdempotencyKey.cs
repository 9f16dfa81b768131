namespace Qijiang.Backend.Http;

/// <summary>Marks an endpoint that changes nothing by being asked twice and needs no idempotency key (signing in, WeChat's push with keys of its own).</summary>
public sealed class NoIdempotencyKey;
