namespace Qijiang.Core.Ballots;

/// <summary>The heads and papers of a poll.</summary>
/// <param name="AllDeputies">All deputies (全体代表), counted as the rules of the poll say (CONG-04): the base of quorum and majority (应到).</param>
/// <param name="Present">Deputies present (实到).</param>
/// <param name="Issued">Ballots given out (发出票): rights given at sign-in.</param>
/// <param name="Collected">Ballots that came back (收回票).</param>
public sealed record Turnout(int AllDeputies, int Present, int Issued, int Collected);
