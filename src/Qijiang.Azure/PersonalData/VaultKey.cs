namespace Qijiang.Azure.PersonalData;

/// <summary>What the vault tells of a key: its newest version, and the public point of one that signs.</summary>
/// <param name="Version">The version.</param>
/// <param name="Signs">Whether it is a P-256 key; else one of RSA.</param>
/// <param name="X">The point's x, base64url; null of an RSA key.</param>
/// <param name="Y">The point's y.</param>
internal sealed record VaultKey(string Version, bool Signs, string? X, string? Y);
