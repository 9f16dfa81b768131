// A vote that anyone can count again: seven deputies of a town, six of them present, vote on three projects for two places.
using System.Globalization;
using NodaTime;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;

var session = new LocalDate(2026, 1, 20);
var measure = new Decision(new BodyId("congress"), BodyKind.Congress, "6th session", "2026-1", new PersonId("chair"), session);
var rules = new LivelihoodProjectRules(RuleSet.Preset("chongqing"), CongressLevel.Town, session).Adopt(new PollTerms(Seats: 2), measure);
var frame = PollFrame.Freeze(
    new CongressId("town"), new PollId("projects-2026"), ["lamps", "road", "clinic"], allDeputies: 7,
    new BallotMaterial("paper", Places: 6, RollHash.Of([]), SchemeData: ""), rules);

BallotChoice[] ballots =
[
    For("lamps", "road"), For("lamps", "road"), For("lamps", "clinic"), For("lamps", "road"), For("lamps", "road", "clinic"), For("clinic"),
];
var outcome = PollCount.Of(frame, new Turnout(AllDeputies: 7, Present: 6, Issued: 6, Collected: 6), TallyCounts.Of(frame, ballots));
Console.WriteLine($"{outcome.Verdict}: quorum {outcome.QuorumNeeded} of 7, votes needed {outcome.VotesNeeded}");
foreach (var candidate in outcome.Candidates) Console.WriteLine($"{candidate.Candidate}: {candidate.For} for, {candidate.Standing}");
foreach (var line in outcome.Lines) Console.WriteLine(OutcomeTexts.Of(line, id => id, CultureInfo.GetCultureInfo("en")));

static BallotChoice For(params string[] candidates) => new([.. candidates.Select(c => new ContestChoice(c, [BallotLayout.For]))]);
