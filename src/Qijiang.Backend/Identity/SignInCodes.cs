using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Identity;

/// <summary>Codes that are handed to a person on paper and let that person sign in once. Only a keyed hash of a code is stored.</summary>
public sealed class SignInCodes(IRowStore rows, KeyedHash hash, TimeProvider time)
{
    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const string Table = "signincodes";
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";   // no 0 O 1 I: read from paper

    /// <summary>A new code for this person: 16 characters in groups of four, 80 random bits. Whatever code the person had before is good for nothing from now on.</summary>
    /// <param name="person">Who signs in with it.</param>
    /// <param name="congress">The congress whose staff hand it over. It lets in there alone: they know nothing of the person's offices elsewhere.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<string> IssueAsync(PersonId person, CongressId congress, CancellationToken cancel)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, 16);
        var stored = new StoredCode(person, congress, time.GetUtcNow() + Lifetime);
        var lookup = await LookupAsync(code, cancel);
        var before = await LastOfAsync(person, cancel);
        await rows.CommitAsync(Table, lookup, [new Change.Insert("code", JsonSerializer.SerializeToUtf8Bytes(stored, StoredCodeJson.Default.StoredCode))], [], cancel);
        // From here on the new one holds: the person's last code alone lets in, however many are issued at once.
        await rows.CommitAsync(Table, await OwnerAsync(person, cancel), [new Change.Upsert("last", Encoding.UTF8.GetBytes(lookup))], [], cancel);
        if (before is not null) await rows.CommitAsync(Table, before, [new Change.Delete("code", null)], [], cancel);
        return string.Join('-', code.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>Uses a code up: who signs in, and in which congress; null where it is unknown, used, too old, or not the person's last one.</summary>
    public async Task<(PersonId Person, CongressId Congress)?> UseAsync(string code, CancellationToken cancel)
    {
        var lookup = await LookupAsync(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(), cancel);
        if (await rows.GetAsync(Table, lookup, "code", cancel) is not { } row) return null;
        var stored = JsonSerializer.Deserialize(row.Data.Span, StoredCodeJson.Default.StoredCode)!;
        if (await rows.CommitAsync(Table, lookup, [new Change.Delete("code", row.ETag)], [], cancel) is CommitResult.Conflict) return null;
        return stored.Until > time.GetUtcNow() && await LastOfAsync(stored.Person, cancel) == lookup ? (stored.Person, stored.Congress) : null;
    }

    private async Task<string?> LastOfAsync(PersonId person, CancellationToken cancel) =>
        await rows.GetAsync(Table, await OwnerAsync(person, cancel), "last", cancel) is { } row ? Encoding.UTF8.GetString(row.Data.Span) : null;

    private ValueTask<string> OwnerAsync(PersonId person, CancellationToken cancel) => hash.OfAsync("owner of a sign-in code", person.Value, cancel);

    private ValueTask<string> LookupAsync(string code, CancellationToken cancel) => hash.OfAsync("sign-in code", code, cancel);
}

/// <summary>What is stored of a code.</summary>
internal sealed record StoredCode(PersonId Person, CongressId Congress, DateTimeOffset Until);

[JsonSerializable(typeof(StoredCode))]
internal sealed partial class StoredCodeJson : JsonSerializerContext;
