using System.Text.Json.Serialization;

namespace Qijiang.Core.Ballots;

/// <summary>The sealed box: every place on the roll has been cast, withdrawn or left unused, for good.</summary>
/// <param name="Root">The hash over (right, status, hash of ballot), sorted by right; names its suite itself.</param>
/// <param name="Cast">Rights under which a ballot lies in the box.</param>
/// <param name="Withdrawn">Rights withdrawn: paper was issued instead, or the right was void.</param>
/// <param name="Unused">Rights that nobody used.</param>
public sealed record BoxSeal(string Root, int Cast, int Withdrawn, int Unused)
{
    /// <summary>All places on the roll.</summary>
    [JsonIgnore]
    public int Roll => Cast + Withdrawn + Unused;
}
