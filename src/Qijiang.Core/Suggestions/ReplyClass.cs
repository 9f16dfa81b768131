namespace Qijiang.Core.Suggestions;

/// <summary>
/// The class of a reply (答复类别; SUG-22). Regions give the same letters different meanings, so the scheme, the code and its
/// text are stored together.
/// </summary>
/// <param name="Scheme">Which scheme: the one the rule set names.</param>
/// <param name="Code">The code within it: <c>A</c>.</param>
/// <param name="Text">What the code means, as the scheme says it.</param>
public sealed record ReplyClass(string Scheme, string Code, string Text);
