using System.Globalization;
using Qijiang.Core.Ballots;
using Qijiang.Core.LivelihoodProjects;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>Preparing and opening a vote on projects (LIV-10, LIV-14, CONG-02, CONG-04). Three deputies, two of them present.</summary>
internal static class PollWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        new("national", "ballot.minExtra", "1 candidate for 1 place: poll.too-few-candidates; 2: prepared", Candidates),
        new("national", "ballot.style", "2 questions of 3 options", w => Laid(w)) { Or = ["WholeListYesNoAbstain", "TickUpToSeats"] },
        new("chongqing", "livelihood.voteVenue", "Ballots are cast at the plenary sitting.", w => OutcomeTexts.Of(Frame(w).Rules.Venue.Value, CultureInfo.GetCultureInfo("en"))) { Or = ["Delegations"] },

        // With two more suspended all deputies are five, of whom four have to be there.
        new("national", "congress.allDeputiesBase", "poll.quorum-not-reached", w => Opened(w, suspended: 2)) { Or = ["InOfficeSuspendedExcluded"] },
    ];

    private static string Candidates(World w)
    {
        string Of(params CandidateProject[] candidates) => World.Told(w.Poll.When(Preparing(Paper with { Candidates = candidates.ToValueList() })), _ => "prepared");
        return $"1 candidate for 1 place: {Of(Project("housing"))}; 2: {Of(Project("housing"), Project("water"))}";
    }

    private static PollFrame Frame(World w) => ((PollEvent.Opened)Opening(w, suspended: 0).Accepted().Single()).Frame;

    private static string Laid(World w) => $"{Frame(w).Contests.Count} questions of {Frame(w).Contests[0].OptionIds.Count} options";

    private static string Opened(World w, int suspended) => World.Told(Opening(w, suspended), _ => "opened");

    private static Qijiang.Testing.ScenarioOutcome<Poll, PollEvent> Opening(World w, int suspended) =>
        w.Poll.GivenDone(Preparing(Paper), Confirming(Measure), Fixing(Voters, suspended), SigningIn(Li), SigningIn(Wang)).When(LivelihoodProjects.SamplePoll.Opening());
}
