using Qijiang.Core.Ballots;
using static Qijiang.Core.LivelihoodProjects.PollCommand;
using static Qijiang.Core.LivelihoodProjects.PollEvent;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>What has to be right before a poll can open: paper and roll.</summary>
internal static class PollPreparation
{
    public static Outcome<PollEvent> Decide(PollPaper paper, Poll state, LivelihoodProjectRules rules)
    {
        if (state is Poll.Preparing preparing && preparing.Paper == paper) return Outcome<PollEvent>.Accept();
        if (Fault(paper, rules) is { } fault) return fault;
        return Outcome<PollEvent>.Accept(new Prepared(paper));
    }

    public static Outcome<PollEvent> Decide(PrepareReVote command)
    {
        if (command.First.Outcome.FollowUp is not { Kind: FollowUpKind.ReVote } tie) return new NoTie();
        var held = command.First.Held;
        var paper = held.Paper with
        {
            Poll = command.Poll,
            Candidates = held.Paper.Candidates.Where(candidate => tie.Among.Contains(candidate.Id.Value)).ToValueList(),
            Terms = held.Paper.Terms with { Seats = tie.Seats },
            ReVoteOf = held.Paper.Poll,
        };
        return Outcome<PollEvent>.Accept(new Prepared(paper), new RulesConfirmed(held.Frame.Rules.ForReVote(tie.Seats), held.Measure));
    }

    public static Outcome<PollEvent> Decide(FixRoll command, Poll.Preparing state)
    {
        var voters = command.Voters.Distinct().OrderBy(person => person.Value, StringComparer.Ordinal).ToValueList();
        if (voters.Count == 0 || voters.Count < command.Voters.Count || command.Suspended < 0) return new RollMalformed();
        if (state.Present.Any(deputy => !voters.Contains(deputy))) return new RollLeavesOutPresent();
        var roll = new PollRoll(voters, command.Suspended);
        return roll == state.Roll ? Outcome<PollEvent>.Accept() : Outcome<PollEvent>.Accept(new RollFixed(roll));
    }

    private static Refusal? Fault(PollPaper paper, LivelihoodProjectRules rules)
    {
        var (candidates, seats) = (paper.Candidates, paper.Terms.Seats);
        if (candidates.Count == 0 || seats < 1 || candidates.Select(c => c.Id).Distinct().Count() < candidates.Count || IsBlank(paper.Title)) return new PaperIncomplete();
        if (candidates.Any(IsIncomplete)) return new ProjectIncomplete();
        if (paper.Scrutineers.Count == 0 || !paper.Scrutineers.Contains(paper.ChiefScrutineer)) return new ScrutineersMissing();
        var style = paper.Terms.Style ?? rules.Style.Value;
        var extra = style is BallotStyle.WholeListYesNoAbstain ? 0 : rules.MinExtra.Value;
        return candidates.Count < seats + extra ? new TooFewCandidates(rules.MinExtra.Ref) : null;
    }

    private static bool IsIncomplete(CandidateProject project) =>
        IsBlank(project.Title) || IsBlank(project.Content) || IsBlank(project.Location) || IsBlank(project.FundingSource) || project.InvestmentYuan < 0;

    private static bool IsBlank(OfficialText text) => string.IsNullOrWhiteSpace(text.Text);
}
