using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The roll of a poll (名册): who may vote, and who is in office besides.</summary>
/// <param name="Voters">The deputies who may vote, each once, sorted by id.</param>
/// <param name="Suspended">Deputies in office but suspended from acting (暂停执行代表职务; DEP-05): they have no vote.</param>
public sealed record PollRoll(ValueList<PersonId> Voters, int Suspended)
{
    /// <summary>All deputies (全体代表), the base of quorum and majority (CONG-04).</summary>
    /// <param name="basis">Who counts, as the poll's rules say.</param>
    public int AllDeputies(AllDeputiesBase basis) =>
        basis is AllDeputiesBase.InOfficeSuspendedIncluded ? Voters.Count + Suspended : Voters.Count;
}
