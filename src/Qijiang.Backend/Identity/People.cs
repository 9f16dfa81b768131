using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Identity;

/// <summary>
/// The persons known to the installation: profiles under each person's own key, found by a keyed hash. A person's id is
/// random and says nothing.
/// </summary>
public sealed class People(IRowStore rows, TextSealing sealing, DataKeys keys, KeyedHash hash)
{
    private const string Profiles = "persons";
    private const string Lookups = "lookups";
    private const string Key = "profile";

    /// <summary>The person with this openid, made known where there is none yet. Safe to ask at the same moment from two sides.</summary>
    public async Task<PersonId> OfOpenIdAsync(string openId, CancellationToken cancel)
    {
        var looked = await hash.OfAsync("openid", openId, cancel);
        var person = await FoundAsync(looked, cancel) ?? await ClaimAsync(looked, cancel);
        // First the look-up, then the profile: an openid stands under the key of the person it leads to, or nowhere. Whoever
        // died in between has left the profile to the next sign-in.
        if (await rows.GetAsync(Profiles, person.Value, Key, cancel) is null)
            await SaveAsync(person, new Profile(null, new PersonalText(person, openId)), data => new Change.Insert(Key, data), cancel);
        return person;
    }

    /// <summary>Makes a person known, or replaces what is known.</summary>
    public Task RegisterAsync(PersonId person, Profile profile, CancellationToken cancel) =>
        SaveAsync(person, profile, data => new Change.Upsert(Key, data), cancel);

    /// <summary>What is known of a person; null where nothing is.</summary>
    public async Task<Profile?> FindAsync(PersonId person, CancellationToken cancel)
    {
        if (await rows.GetAsync(Profiles, person.Value, Key, cancel) is not { } row) return null;
        var body = (JsonObject)JsonNode.Parse(row.Data.Span)!;
        await sealing.OpenAsync(body, StreamOf(person), 1, cancel);
        return body.Deserialize(ProfileJson.Stored.Profile);
    }

    /// <summary>Forgets a person: the openid leads nowhere any more, the profile is gone. Safe to ask again.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancel)
    {
        if (await FindAsync(person, cancel) is { OpenId.Text: { } openId })
        {
            var looked = await hash.OfAsync("openid", openId, cancel);
            if (await rows.GetAsync(Lookups, Shard(looked), looked, cancel) is { } known && PersonOf(known) == person)
                await rows.CommitAsync(Lookups, Shard(looked), [new Change.Delete(looked, known.ETag)], [], cancel);
        }

        await rows.CommitAsync(Profiles, person.Value, [new Change.Delete(Key, null)], [], cancel);
    }

    /// <summary>A new person's id: 125 random bits.</summary>
    public static PersonId NewId() => new("p" + RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 25));

    private async Task<PersonId?> FoundAsync(string looked, CancellationToken cancel)
    {
        if (await rows.GetAsync(Lookups, Shard(looked), looked, cancel) is not { } known) return null;
        var person = PersonOf(known);
        if (!await keys.IsDestroyedAsync(KeyOwner.Person(person), cancel)) return person;
        // It came back with an older copy of the rows: whom it leads to is erased, and who comes again is somebody new.
        await rows.CommitAsync(Lookups, Shard(looked), [new Change.Delete(looked, known.ETag)], [], cancel);
        return null;
    }

    private async Task<PersonId> ClaimAsync(string looked, CancellationToken cancel)
    {
        var person = NewId();
        var claim = await rows.CommitAsync(Lookups, Shard(looked), [new Change.Insert(looked, Encoding.ASCII.GetBytes(person.Value))], [], cancel);
        return claim is CommitResult.Committed ? person : PersonOf((await rows.GetAsync(Lookups, Shard(looked), looked, cancel))!);
    }

    private async Task SaveAsync(PersonId person, Profile profile, Func<byte[], Change> change, CancellationToken cancel)
    {
        var body = (JsonObject)JsonSerializer.SerializeToNode(profile, ProfileJson.Stored.Profile)!;
        await sealing.SealAsync(body, StreamOf(person), 1, cancel);
        await rows.CommitAsync(Profiles, person.Value, [change(Encoding.UTF8.GetBytes(body.ToJsonString()))], [], cancel);
    }

    private static PersonId PersonOf(Row row) => new(Encoding.ASCII.GetString(row.Data.Span));

    private static string Shard(string looked) => looked[..2];

    private static StreamId StreamOf(PersonId person) => StreamId.OfInstallation("person", person.Value);
}
