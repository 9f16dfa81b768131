using NodaTime;

namespace Qijiang.Core.Suggestions;

/// <summary>An agency's written explanation that it can't finish in time (SUG-20b).</summary>
/// <param name="On">On which day.</param>
/// <param name="Text">The explanation.</param>
public sealed record Explanation(LocalDate On, OfficialText Text);
