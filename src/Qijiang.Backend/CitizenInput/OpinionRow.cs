using NodaTime;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.CitizenInput;

/// <summary>An opinion as lists show it: nothing of what was said, nor who said it.</summary>
/// <param name="Number">The number.</param>
/// <param name="ReceivedOn">When it was received.</param>
/// <param name="Channel">Through which door.</param>
/// <param name="Kind">What it is in law; null where it is not settled.</param>
/// <param name="Closed">Whether it is closed.</param>
public sealed record OpinionRow(OpinionId Number, LocalDate ReceivedOn, Channel Channel, OpinionKind? Kind, bool Closed);
