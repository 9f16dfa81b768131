using Azure.Core;

namespace Qijiang.Azure.PersonalData;

/// <summary>How the vault is called.</summary>
public sealed class KeyVaultOptions : ClientOptions
{
    /// <summary>For whom the token is asked; null: the vault's domain, as it is in every Azure cloud (<c>https://{domain}/.default</c>).</summary>
    public string? Scope { get; init; }

    /// <summary>How long the vault may take to destroy a key before the caller is told to ask again.</summary>
    public TimeSpan LongestDestruction { get; init; } = TimeSpan.FromMinutes(2);
}
