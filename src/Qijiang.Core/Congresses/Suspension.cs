using NodaTime;

namespace Qijiang.Core.Congresses;

/// <summary>A time in which a deputy is suspended (暂停执行代表职务; DEP-05).</summary>
/// <param name="Ground">Why.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day of resumption, on which the deputy acts again; null while that is open.</param>
public sealed record Suspension(SuspensionGround Ground, LocalDate From, LocalDate? Until = null);
