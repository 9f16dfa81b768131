namespace Qijiang.Core.Ballots;

/// <summary>Who passes, who gets a seat, who is tied, and why: the middle of <see cref="PollCount"/>.</summary>
internal sealed class Seating
{
    private readonly PollRules _rules;
    private readonly Turnout _turnout;
    private readonly int? _votesNeeded;
    private readonly ValueList<CandidateResult> _votes;
    private readonly List<OutcomeLine> _lines;
    private readonly int _seats;
    private readonly List<int> _passing;
    private readonly bool _tie;
    private readonly int _cut;

    public Seating(PollRules rules, Turnout turnout, int? votesNeeded, ValueList<CandidateResult> votes, List<OutcomeLine> lines)
    {
        (_rules, _turnout, _votesNeeded, _votes, _lines) = (rules, turnout, votesNeeded, votes, lines);
        // The whole list is one question: all of it, or nothing.
        _seats = rules.Style.Value is BallotStyle.WholeListYesNoAbstain ? votes.Count : rules.Seats.Value;
        _passing = [.. votes.Where(c => c.For >= (votesNeeded ?? 0)).Select(c => c.For).OrderDescending()];
        (_tie, _cut) = _passing.Count > _seats ? (_seats > 0 && _passing[_seats - 1] == _passing[_seats], _seats > 0 ? _passing[_seats - 1] : int.MaxValue) : (false, 0);
    }

    /// <summary>What has to follow; set by <see cref="Candidates"/>.</summary>
    public FollowUp? FollowUp { get; private set; }

    /// <summary>The candidates with rank and standing; adds the lines that say why.</summary>
    public ValueList<CandidateResult> Candidates()
    {
        var placed = _votes.Select(Place).ToValueList();
        foreach (var candidate in placed) _lines.Add(WhyPassed(candidate));
        if (_passing.Count > _seats && !_tie) _lines.Add(new("seats", [_passing.Count, _seats, _cut], _rules.Surplus.Ref));
        if (_tie) SettleTie(placed);
        else if (_passing.Count < _seats) SettleShortfall(placed);
        return placed;
    }

    private CandidateResult Place(CandidateResult candidate)
    {
        if (candidate.For < (_votesNeeded ?? 0)) return candidate with { Standing = Standing.BelowMajority };
        return candidate with { Rank = 1 + _passing.Count(votes => votes > candidate.For), Standing = StandingOf(candidate.For) };
    }

    private Standing StandingOf(int votes) => votes switch
    {
        _ when _tie && votes == _cut => _rules.Ties.Value is TiePolicy.AdoptAll ? Standing.Adopted : Standing.Tied,
        _ => votes >= _cut ? Standing.Adopted : Standing.BeyondSeats,
    };

    private OutcomeLine WhyPassed(CandidateResult c) => (_votesNeeded, c.Standing) switch
    {
        (null, _) => new("votes", [c.For], _rules.Threshold.Ref, c.Candidate),
        ({ } needed, Standing.BelowMajority) => new("fails", [c.For, needed, needed - c.For, _turnout.AllDeputies], _rules.Threshold.Ref, c.Candidate),
        ({ } needed, _) => new("passes", [c.For, needed, _turnout.AllDeputies], _rules.Threshold.Ref, c.Candidate),
    };

    private void SettleTie(ValueList<CandidateResult> placed)
    {
        var tied = placed.Where(c => c.For == _cut).Select(c => c.Candidate).ToValueList();
        var left = _seats - _passing.Count(votes => votes > _cut);
        var (code, kind) = _rules.Ties.Value switch
        {
            TiePolicy.ReVote => ("tie-re-vote", (FollowUpKind?)FollowUpKind.ReVote),
            TiePolicy.PresidiumDecides => ("tie-presidium", FollowUpKind.PresidiumDecides),
            _ => ("tie-adopt-all", null),
        };
        _lines.Add(new(code, [tied.Count, _cut, left], _rules.Ties.Ref));
        FollowUp = kind is { } follows ? new(follows, tied, left) : null;
    }

    private void SettleShortfall(ValueList<CandidateResult> placed)
    {
        var rest = placed.Where(c => c.Standing is Standing.BelowMajority).Select(c => c.Candidate).ToValueList();
        var open = _seats - _passing.Count;
        var (code, kind) = _rules.Shortfall.Value switch
        {
            ShortfallPolicy.SecondVote => ("shortfall-second-vote", FollowUpKind.SecondVote),
            ShortfallPolicy.PresidiumDecides => ("shortfall-presidium", FollowUpKind.PresidiumDecides),
            _ => ("shortfall-empty", FollowUpKind.SeatsEmpty),
        };
        _lines.Add(new(code, [_passing.Count, _seats, open], _rules.Shortfall.Ref));
        FollowUp = new(kind, rest, open);
    }
}
