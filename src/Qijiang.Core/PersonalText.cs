using System.Text.Json.Serialization;
using Qijiang.Core.Congresses;

namespace Qijiang.Core;

/// <summary>
/// Something personal: a name, a number, an openid, a citizen's words. It is stored encrypted under the key of the person
/// it belongs to, and reads as erased once that key is destroyed. Its printed form never shows the text.
/// </summary>
/// <param name="Of">The person under whose key it is stored.</param>
/// <param name="Text">The text, or null where it has been erased.</param>
public sealed record PersonalText(PersonId Of, string? Text)
{
    /// <summary>Whether the key is gone, and the text with it.</summary>
    [JsonIgnore]
    public bool IsErased => Text is null;

    /// <summary>Never the text itself, so that nothing personal is logged by accident.</summary>
    public override string ToString() => IsErased ? "(erased)" : "(personal)";
}
