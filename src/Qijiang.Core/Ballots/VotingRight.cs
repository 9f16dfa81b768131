namespace Qijiang.Core.Ballots;

/// <summary>
/// The right to cast one ballot in one poll (表决权): opaque, one for each place on the roll. Whose it is stands in one place
/// only (<c>IVotingRights</c>). Its printed form never shows it, so that no log can link a person to a row of the box.
/// </summary>
/// <param name="Value">The text of the right: letters, digits, '-' and '_'.</param>
public readonly record struct VotingRight(string Value)
{
    /// <summary>Never the right itself.</summary>
    public override string ToString() => "(voting right)";
}
