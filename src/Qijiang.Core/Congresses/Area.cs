using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>An area without a congress of its own, with its own handling chain (SC-07).</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
public sealed record Area(AreaId Id, Bilingual Name);
