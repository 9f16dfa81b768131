using System.Text.Json.Serialization;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Identity;

/// <summary>What lets a person sign in by name: a hash of the password, found by a keyed hash of the name.</summary>
/// <param name="Person">Who signs in.</param>
/// <param name="PasswordHash">In the versioned format of ASP.NET Core Identity.</param>
public sealed record Credential(PersonId Person, string PasswordHash);

[JsonSerializable(typeof(Credential))]
internal sealed partial class CredentialJson : JsonSerializerContext;
