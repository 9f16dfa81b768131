using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Identity;

/// <summary>Names and passwords of staff and deputies, until a provider of OpenID Connect takes over.</summary>
public sealed class Credentials(IRowStore rows, KeyedHash hash)
{
    private const string Table = "credentials";
    private readonly PasswordHasher<Credential> _hasher = new();
    private readonly Lazy<string> _nobody = new(() => new PasswordHasher<Credential>().HashPassword(null!, "nobody"));

    /// <summary>Sets the password of a sign-in name.</summary>
    public async Task SetAsync(string name, PersonId person, string password, CancellationToken cancel)
    {
        var credential = new Credential(person, _hasher.HashPassword(null!, password));
        await rows.CommitAsync(Table, await LookupAsync(name, cancel), [new Change.Upsert("credential", JsonSerializer.SerializeToUtf8Bytes(credential, CredentialJson.Default.Credential))], [], cancel);
    }

    /// <summary>Who signs in with this name and password; null where they don't fit. Takes as long for a name that is not there.</summary>
    public async Task<PersonId?> CheckAsync(string name, string password, CancellationToken cancel)
    {
        var row = await rows.GetAsync(Table, await LookupAsync(name, cancel), "credential", cancel);
        var credential = row is null ? null : JsonSerializer.Deserialize(row.Data.Span, CredentialJson.Default.Credential);
        var fits = _hasher.VerifyHashedPassword(null!, credential?.PasswordHash ?? _nobody.Value, password);
        return credential is not null && fits != PasswordVerificationResult.Failed ? credential.Person : null;
    }

    private ValueTask<string> LookupAsync(string name, CancellationToken cancel) => hash.OfAsync("sign-in name", name.Trim().ToUpperInvariant(), cancel);
}
