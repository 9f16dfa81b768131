using System.Text.Json.Nodes;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Judges polls: every ballot that was acknowledged is counted, each once, and nothing else; the keys are gone.</summary>
internal static class PollVerdict
{
    private static readonly string[] _projects = ["project-1", "project-2", "project-3"];

    public static IEnumerable<string> On(Evidence evidence)
    {
        foreach (var stream in evidence.Rows["events"].Select(row => row.Partition).Where(partition => partition.Split('|')[1] == "poll").Distinct())
        {
            var (poll, events) = (stream.Split('|')[2], Verdict.EventsOf(evidence, stream).ToList());
            if (!events.Any(row => Verdict.TypeOf(row) == "poll.closed.v1")) continue;
            var tallies = events.Where(row => Verdict.TypeOf(row) == "poll.tally-recorded.v1").ToList();
            if (tallies.Count != 1)
            {
                yield return $"poll {poll} was tallied {tallies.Count} times";
                continue;
            }

            foreach (var wrong in Counts(evidence, poll, tallies[0]["event"]!["counts"]!)) yield return $"poll {poll}: {wrong}";
            var boxed = evidence.Rows["ballots"].Where(row => row.Partition.StartsWith($"qj|{poll}|", StringComparison.Ordinal)).Count(row => row.Data[0] == (byte)'C');
            if (boxed != tallies[0]["event"]!["counts"]!["ballots"]!.GetValue<int>()) yield return $"poll {poll}: {boxed} ballots in the box were not all counted";
            foreach (var key in evidence.Rows["pollkeys"].Where(row => row.Partition == $"qj|{poll}" && row.Key is "box" or "links" && row.Data is not [(byte)'D'])) yield return $"poll {poll}: its key {key.Key} is still there";
            if (evidence.Read("secretariat", $"polls/{poll}")["result"]?["counts"]?.ToJsonString() is not { } shown) yield return $"poll {poll}: nobody sees the result";
            else if (!JsonNode.DeepEquals(JsonNode.Parse(shown), tallies[0]["event"]!["counts"])) yield return $"poll {poll}: people see {shown}";
        }
    }

    // A ballot that was refused after a try of which nothing was heard may be in the box or not.
    private static IEnumerable<string> Counts(Evidence evidence, string poll, JsonNode counts)
    {
        var ballots = evidence.Recorded.Ballots.Where(ballot => ballot.Poll == poll).ToList();
        var (taken, unsure) = (ballots.Where(ballot => ballot.IsTaken).ToList(), ballots.Where(ballot => ballot.IsUnsure).ToList());
        if (counts["ballots"]!.GetValue<int>() is var counted && (counted < taken.Count || counted > taken.Count + unsure.Count)) yield return $"{counted} ballots were counted, {taken.Count} acknowledged and {unsure.Count} of them unknown";
        if (counts["void"]!.GetValue<int>() != 0) yield return "a ballot was counted as void";
        var votes = counts["votes"]!.AsArray().Select(contest => contest!.AsArray().Select(votes => votes!.GetValue<int>()).ToList()).ToList();
        for (var i = 0; i < _projects.Length; i++)
        {
            var (least, most) = (For(taken, _projects[i]), For(taken, _projects[i]) + For(unsure, _projects[i]));
            if (votes[i][0] < least || votes[i][0] > most) yield return $"{_projects[i]} has {votes[i][0]} votes for it and was given {least} to {most}";
        }
    }

    private static int For(IEnumerable<History.Ballot> ballots, string project) => ballots.Count(ballot => ballot.Marks.GetValueOrDefault(project) == "for");
}
