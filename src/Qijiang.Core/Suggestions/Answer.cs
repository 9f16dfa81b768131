using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>What was given to the deputy: a reply, or a co-handler's opinion.</summary>
/// <param name="On">On which day.</param>
/// <param name="SignedBy">The principal leader who signed it (SUG-25).</param>
/// <param name="Class">The reply's class; null for a co-handler's opinion.</param>
/// <param name="Text">What was answered.</param>
public sealed record Answer(LocalDate On, PersonId SignedBy, ReplyClass? Class, OfficialText Text);
