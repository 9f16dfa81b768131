using NodaTime;

namespace Qijiang.Core.CitizenInput;

/// <summary>That a citizen was told in writing (告知; CIT-10).</summary>
/// <param name="Kind">What was told.</param>
/// <param name="On">The day.</param>
/// <param name="Text">The notice.</param>
public sealed record Notice(NoticeKind Kind, LocalDate On, OfficialText Text);
