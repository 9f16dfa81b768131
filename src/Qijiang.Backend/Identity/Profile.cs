using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core;

namespace Qijiang.Backend.Identity;

// Stored: add members, never rename or remove.

/// <summary>Who a person is, stored under that person's own key.</summary>
/// <param name="Name">The name; null where it is not known (a citizen who has not given it).</param>
/// <param name="OpenId">The mini-program's openid; null for whoever signs in by name.</param>
public sealed record Profile(PersonalText? Name, PersonalText? OpenId);

[JsonSerializable(typeof(Profile))]
internal sealed partial class ProfileJson : JsonSerializerContext
{
    public static ProfileJson Stored { get; } = new(StoredJson.Options());
}
