// Two things that Qijiang.Core does for any .NET program: a due date that explains itself, and a vote that can be counted again.
using System.Globalization;
using NodaTime;
using Qijiang.Core.Ballots;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;

var english = CultureInfo.GetCultureInfo("en");
var law = RuleSet.Preset("chongqing");

// An agency has received, on 2 March 2026, the demand to handle a suggestion again.
var received = new LocalDate(2026, 3, 2);
var within = law.Get<TimeLimit>("suggestion.rehandleWithin", CongressLevel.District, received);
var due = WorkingCalendar.Official.DueOf(new StatutoryPeriod(received, within.Value, within.Ref));
Console.WriteLine($"due {due.On:uuuu-MM-dd}, nominally {due.Nominal:uuuu-MM-dd}");
Console.WriteLine(due.Explain(english));

// Seven deputies, six of them present, vote on three projects for two places.
var session = new LocalDate(2026, 1, 20);
var measure = new Decision(new BodyId("congress"), BodyKind.Congress, "6th session", "2026-1", new PersonId("chair"), session);
var rules = new LivelihoodProjectRules(law, CongressLevel.Town, session).Adopt(new PollTerms(Seats: 2), measure);
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
foreach (var line in outcome.Lines) Console.WriteLine(OutcomeTexts.Of(line, id => id, english));

static BallotChoice For(params string[] candidates) => new([.. candidates.Select(c => new ContestChoice(c, [BallotLayout.For]))]);
