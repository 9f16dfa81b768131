using System.Diagnostics;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using static Qijiang.Core.LivelihoodProjects.Poll;
using static Qijiang.Core.LivelihoodProjects.PollCommand;
using static Qijiang.Core.LivelihoodProjects.PollEvent;
using Shut = Qijiang.Core.LivelihoodProjects.PollEvent.Closed;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The rules of a poll's course. Whether somebody holds the office to act is asked of the mandates before.</summary>
public static class PollDecider
{
    /// <summary>Initial state and evolution.</summary>
    public static Decider<Poll, PollEvent> Instance { get; } = new(new NotPrepared(), Evolve);

    /// <summary>What follows from a command; asking again gives no events.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="state">The poll.</param>
    /// <param name="rules">The rules on the day of the act. From <see cref="PollCommand.ConfirmRules"/> on the poll keeps its own.</param>
    public static Outcome<PollEvent> Decide(PollCommand command, Poll state, LivelihoodProjectRules rules) => (command, state) switch
    {
        (Prepare c, NotPrepared or Preparing { Rules: null }) => PollPreparation.Decide(c.Paper, state, rules),
        (Prepare c, Preparing s) => c.Paper == s.Paper ? Accept() : new RulesAlreadyConfirmed(),
        (PrepareReVote c, NotPrepared) => PollPreparation.Decide(c),
        (PrepareReVote c, Preparing s) when s.Paper.Poll == c.Poll && s.Paper.ReVoteOf == c.First.Held.Paper.Poll => Accept(),
        (ConfirmRules c, Preparing s) => Confirm(c, s, rules),
        (FixRoll c, Preparing s) => PollPreparation.Decide(c, s),
        (SignIn c, Preparing s) => SignedIn(c, s.Roll, s.Present),
        (SignIn c, Open { Held: var held }) => SignedIn(c, held.Roll, held.Present),
        (OpenPoll c, Preparing s) => Opening(c, s),
        (OpenPoll c, Open { Held.Frame: var frame }) when IsOf(frame, c.Ballots) => Accept(),
        (ClosePoll, Open { Held: var held }) => Accept(new Shut(held.Present.Count)),
        (ClosePoll, Poll.Closed or Tallied) => Accept(),
        (RecordTally { By.Office: not Office.System }, _) => new NotByHand(),
        (RecordTally c, Poll.Closed { Held: var held }) => Tally(c, held),
        (RecordTally, Voided) => Accept(),
        (RecordTally c, Tallied s) => c.Seal == s.Seal && c.Counts == s.Counts ? Accept() : new AlreadyTallied(),
        (Announce c, Tallied s) => Announced(c, s),
        (DeclareVoid c, Voided s) when c.Ground == s.Ground => Accept(),
        (DeclareVoid, NotPrepared or Voided) => new OutOfTurn(),
        (DeclareVoid, Tallied { AtTheSitting: true }) => new AlreadyAnnounced(),
        (DeclareVoid { Reason.Text: null or "" }, _) => new ReasonMissing(),
        (DeclareVoid c, _) => Accept(new DeclaredVoid(c.Ground, c.Reason, c.Decision)),
        _ => new OutOfTurn(),
    };

    private static Outcome<PollEvent> Confirm(ConfirmRules command, Preparing state, LivelihoodProjectRules rules) => command.Decision switch
    {
        { Kind: not BodyKind.Congress } => new NotTheSessionsDecision(),
        _ when state.Rules is null => Accept(new RulesConfirmed(rules.Adopt(state.Paper.Terms, command.Decision), command.Decision)),
        var decision => decision == state.Measure ? Accept() : new RulesAlreadyConfirmed(),
    };

    private static Outcome<PollEvent> SignedIn(SignIn command, PollRoll? roll, ValueList<PersonId> present) => roll switch
    {
        null => new RollNotFixed(),
        _ when !roll.Voters.Contains(command.Deputy) => new NotOnRoll(),
        _ => present.Contains(command.Deputy) ? Accept() : Accept(new DeputySignedIn(command.Deputy)),
    };

    private static Outcome<PollEvent> Opening(OpenPoll command, Preparing state)
    {
        if (state.Rules is not { } rules) return new RulesNotConfirmed();
        if (state.Roll is not { } roll) return new RollNotFixed();
        var allDeputies = roll.AllDeputies(rules.Base.Value);
        if (!rules.Quorum.Value.IsMetBy(state.Present.Count, allDeputies))
            return new QuorumNotReached(rules.Quorum.Ref, state.Present.Count, rules.Quorum.Value.FewestOf(allDeputies));
        if (command.Ballots.Places != roll.Voters.Count) return new BallotsNotReady();
        var candidates = state.Paper.Candidates.Select(candidate => candidate.Id.Value).ToValueList();
        return Accept(new Opened(
            PollFrame.Freeze(state.Paper.Congress, state.Paper.Poll, candidates, allDeputies, command.Ballots, rules), state.Present.Count));
    }

    private static bool IsOf(PollFrame frame, BallotMaterial ballots) =>
        frame.Scheme == ballots.Scheme && frame.RollHash == ballots.RollHash && frame.SchemeData == ballots.SchemeData;

    private static Outcome<PollEvent> Tally(RecordTally command, PollHeld held)
    {
        if (command.Seal.Roll != held.Roll.Voters.Count || command.Seal.Cast != command.Counts.Ballots) return new CountsDisagree();
        var issued = held.Present.Count;
        var outcome = PollCount.Of(held.Frame, new(held.Frame.AllDeputies, issued, issued, command.Counts.Ballots), command.Counts);
        var recorded = new TallyRecorded(command.Seal, command.Counts, outcome);
        return outcome.Verdict is PollVerdict.Void ? Accept(recorded, new DeclaredVoid(VoidGround.OverCollected, null, null)) : Accept(recorded);
    }

    private static Outcome<PollEvent> Announced(Announce command, Tallied state) => (command.How, command.DocumentNumber) switch
    {
        (Announcement.AtTheSitting, _) => state.AtTheSitting ? Accept() : Accept(new ResultAnnounced(Announcement.AtTheSitting, null)),
        (_, null or "") => new NoticeIncomplete(),
        (_, var number) when number == state.Notice => Accept(),
        (_, var number) when state is { AtTheSitting: true, Notice: null } => Accept(new ResultAnnounced(Announcement.PublicNotice, number)),
        _ => new NoticeIncomplete(),
    };

    private static Poll Evolve(Poll state, PollEvent @event) => (state, @event) switch
    {
        (NotPrepared or Preparing { Rules: null, Roll: null }, Prepared e) => new Preparing(e.Paper, null, null, null, []),
        (Preparing { Rules: null } s, Prepared e) => s with { Paper = e.Paper },
        (Preparing { Rules: null } s, RulesConfirmed e) => s with { Rules = e.Rules, Measure = e.Decision },
        (Preparing s, RollFixed e) => s with { Roll = e.Roll },
        (Preparing s, DeputySignedIn e) => s with { Present = With(s.Present, e.Deputy) },
        (Preparing { Rules: not null, Measure: { } measure, Roll: { } roll } s, Opened e) => new Open(new(s.Paper, measure, roll, e.Frame, s.Present)),
        (Open { Held: var held }, DeputySignedIn e) => new Open(held with { Present = With(held.Present, e.Deputy) }),
        (Open { Held: var held }, Shut) => new Poll.Closed(held),
        (Poll.Closed { Held: var held }, TallyRecorded e) => new Tallied(held, e.Seal, e.Counts, e.Outcome),
        (Tallied s, ResultAnnounced { How: Announcement.AtTheSitting }) => s with { AtTheSitting = true },
        (Tallied { AtTheSitting: true } s, ResultAnnounced e) => s with { Notice = e.DocumentNumber },
        (Preparing s, DeclaredVoid e) => new Voided(s.Paper, e.Ground),
        (Open s, DeclaredVoid e) => new Voided(s.Held.Paper, e.Ground),
        (Poll.Closed s, DeclaredVoid e) => new Voided(s.Held.Paper, e.Ground),
        (Tallied { AtTheSitting: false } s, DeclaredVoid e) => new Voided(s.Held.Paper, e.Ground),
        _ => throw new UnreachableException($"{@event.GetType().Name} cannot follow {state.GetType().Name}"),
    };

    // Sorted, so that the state says who is present and not in which order they came.
    private static ValueList<PersonId> With(ValueList<PersonId> present, PersonId deputy) =>
        present.Add(deputy).OrderBy(person => person.Value, StringComparer.Ordinal).ToValueList();

    private static Outcome<PollEvent> Accept(params ReadOnlySpan<PollEvent> events) => Outcome<PollEvent>.Accept([.. events]);
}
