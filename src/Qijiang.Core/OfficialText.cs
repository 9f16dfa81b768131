namespace Qijiang.Core;

/// <summary>
/// An official text: a suggestion, a reply, a decision. It is stored encrypted under the key of its stream, so that no
/// single person's request can destroy the only copy (ARC-03).
/// </summary>
/// <param name="Text">The text, or null where its retention has ended and the key was destroyed.</param>
public sealed record OfficialText(string? Text)
{
    /// <summary>Never the text itself: official texts may hold what is not yet public.</summary>
    public override string ToString() => Text is null ? "(destroyed)" : $"(official, {Text.Length} characters)";
}
