namespace Qijiang.Backend.Http;

/// <summary>Marks an endpoint whose body leaves no trace at all, not even a digest by which a guess could be tried: a ballot.</summary>
public sealed record SecretBody;
