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
    private const string Key = "credential";
    private readonly PasswordHasher<Credential> _hasher = new();
    private readonly Lazy<string> _nobody = new(() => new PasswordHasher<Credential>().HashPassword(null!, "nobody"));

    /// <summary>Gives a person a sign-in name and password; false, and nothing changed, where the name is taken.</summary>
    public async Task<bool> AddAsync(string name, PersonId person, string password, CancellationToken cancel) =>
        await rows.CommitAsync(Table, await LookupAsync(name, cancel), [new Change.Insert(Key, Write(person, password))], [], cancel) is CommitResult.Committed;

    /// <summary>Gives a sign-in name another password; false where there is no such name.</summary>
    public async Task<bool> ResetAsync(string name, string password, CancellationToken cancel)
    {
        var lookup = await LookupAsync(name, cancel);
        if (await rows.GetAsync(Table, lookup, Key, cancel) is not { } row) return false;
        var person = JsonSerializer.Deserialize(row.Data.Span, CredentialJson.Default.Credential)!.Person;
        return await rows.CommitAsync(Table, lookup, [new Change.Replace(Key, row.ETag, Write(person, password))], [], cancel) is CommitResult.Committed;
    }

    /// <summary>Who signs in with this name and password; null where they don't fit. Takes as long for a name that is not there.</summary>
    public async Task<PersonId?> CheckAsync(string name, string password, CancellationToken cancel)
    {
        var row = await rows.GetAsync(Table, await LookupAsync(name, cancel), Key, cancel);
        var credential = row is null ? null : JsonSerializer.Deserialize(row.Data.Span, CredentialJson.Default.Credential);
        var fits = _hasher.VerifyHashedPassword(null!, credential?.PasswordHash ?? _nobody.Value, password);
        return credential is not null && fits != PasswordVerificationResult.Failed ? credential.Person : null;
    }

    private byte[] Write(PersonId person, string password) =>
        JsonSerializer.SerializeToUtf8Bytes(new Credential(person, _hasher.HashPassword(null!, password)), CredentialJson.Default.Credential);

    private ValueTask<string> LookupAsync(string name, CancellationToken cancel) => hash.OfAsync("sign-in name", name.Trim().ToUpperInvariant(), cancel);
}
