using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Judges what a world came to. It reads rows and answers as anybody could, and shares no code with the product.</summary>
internal static class Verdict
{
    private static readonly string[] _judged = ["opinion", "suggestion", "poll"];

    // What follows by itself; everything else in a stream is somebody's act.
    private static readonly string[] _consequences =
        ["opinion.suggestion-linked.v1", "suggestion.commitment-lapsed.v1", "suggestion.evaluation-urged.v1", "poll.tally-recorded.v1"];

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<string> On(Evidence evidence) =>
    [
        .. evidence.Recorded.Contradictions,
        .. evidence.Poison.Select(message => $"nobody could deliver {message}"),
        .. evidence.Rows["events"].GroupBy(row => row.Partition).SelectMany(Chain),
        .. Acts(evidence),
        .. Consequences(evidence),
        .. Reminders(evidence),
        .. PollVerdict.On(evidence),
        .. Lists(evidence),
        .. Seen(evidence),
    ];

    /// <summary>The events of a stream, without what was given up.</summary>
    internal static IEnumerable<JsonNode> EventsOf(Evidence evidence, string stream) => evidence.Rows["events"].Where(row => row.Partition == stream && row.Data.Length > 0).Select(row => row.Json);

    internal static string TypeOf(JsonNode row) => row["event"]!["type"]!.GetValue<string>();

    // No version is missing, each row names the hash of the one before, and what one command recorded stands together.
    private static IEnumerable<string> Chain(IEnumerable<Evidence.Stored> stream)
    {
        var (version, before, last) = (0, "", "");
        var commands = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in stream)
        {
            if (row.Key != (++version).ToString("D10", CultureInfo.InvariantCulture)) yield return $"{row.Partition} lacks version {version}";
            if (row.Data.Length > 0)
            {
                if (row.Json["version"]!.GetValue<int>() != version) yield return $"{row.Partition} has another row in the place of version {version}";
                if (row.Json["chain"]!["previous"]!.GetValue<string>() != before) yield return $"{row.Partition} does not hang together before version {version}";
                var command = row.Json["command"]!["id"]!.GetValue<string>();
                if (command != last && !commands.Add(command)) yield return $"{row.Partition} has recorded the command of version {version} twice";
                last = command;
            }

            before = Convert.ToHexStringLower(SHA256.HashData(row.Data));
        }
    }

    private static IEnumerable<string> Acts(Evidence evidence)
    {
        var recorded = evidence.Rows["events"].Where(row => row.Data.Length > 0 && _judged.Contains(row.Partition.Split('|')[1]))
            .Select(row => (row.Partition, Type: TypeOf(row.Json))).Where(happened => !_consequences.Contains(happened.Type)).GroupBy(happened => happened).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (act, times) in evidence.Recorded.Acts)
            if (recorded.GetValueOrDefault(act) is var there && there < times) yield return $"{act} was acknowledged {times} times and is recorded {there} times";
        foreach (var (act, times) in recorded)
            if (evidence.Recorded.Acts.GetValueOrDefault(act) is var told && told < times) yield return $"{act} is recorded {times} times and was acknowledged {told} times";
    }

    private static IEnumerable<string> Consequences(Evidence evidence)
    {
        var streams = evidence.Rows["events"].Select(row => row.Partition).Where(partition => partition.Split('|')[1] == "suggestion").Distinct().ToList();
        foreach (var stream in streams)
        {
            var (id, events) = (stream.Split('|')[2], EventsOf(evidence, stream).ToList());
            foreach (var source in events[0]["event"]!["sources"]?.AsArray() ?? [])
            {
                var links = EventsOf(evidence, $"qj|opinion|{source}").Count(row => TypeOf(row) == "opinion.suggestion-linked.v1" && row["event"]!["suggestion"]!.GetValue<string>() == id);
                if (links != 1) yield return $"opinion {source} was told {links} times of suggestion {id}";
            }

            var promises = events.Where(row => TypeOf(row) == "suggestion.reply-given.v1").SelectMany(row => row["event"]!["promises"]!.AsArray()).Select(promise => promise!["id"]!.GetValue<string>()).ToList();
            foreach (var promise in promises)
            {
                var lapses = events.Count(row => TypeOf(row) == "suggestion.commitment-lapsed.v1" && row["event"]!.ToJsonString().Contains(promise, StringComparison.Ordinal));
                if (lapses != 1) yield return $"promise {promise} of {id} has lapsed {lapses} times";
            }

            if (promises.Count > 0 && !OnList(evidence, "desk", "suggestions?list=desk", "suggestions", "id").Contains(id)) yield return $"suggestion {id} is not back on the desk";
            var urged = events.Count(row => TypeOf(row) == "suggestion.evaluation-urged.v1");
            var evaluated = events.Any(row => TypeOf(row) == "suggestion.evaluated.v1");
            if (urged > 1 || (urged == 0 && promises.Count > 0 && !evaluated)) yield return $"the deputy was urged {urged} times to evaluate {id}";
        }
    }

    // What the policy tells whom once the last day is over; of the rest some steps are passed over by right.
    private static readonly Dictionary<string, string[]> _told = new(StringComparer.Ordinal)
    {
        ["Assignment"] = ["Owing"],
        ["Contact"] = ["Owing", "CoordinatingOffice"],
        ["CoHandlerOpinion"] = ["Owing", "Owed"],
        ["Reply"] = ["Owing", "OwingPrincipal", "CoordinatingOffice", "Desk", "Owed"],
        ["OverdueExplanation"] = ["Owing", "OwingPrincipal"],
        ["CitizenNotice"] = ["Owing"],
    };

    private static IEnumerable<string> Reminders(Evidence evidence)
    {
        var recorded = evidence.Rows["ledger"].Where(row => row.Key.StartsWith("step|", StringComparison.Ordinal))
            .Select(row => (Obligation: row.Partition["qj|".Length..], Step: Text(row.Json["step"]), To: row.Key.Split('|')[2], Due: row.Key.Split('|')[3])).ToList();
        foreach (var twice in recorded.GroupBy(step => step).Where(group => group.Count() > 1)) yield return $"{twice.Key} is recorded {twice.Count()} times";
        foreach (var (obligation, step, to, due) in recorded.Distinct())
            if (evidence.Recorded.Reminders.GetValueOrDefault($"qj|{obligation}|{step}|{to}|{due}") is var sent && sent != 1) yield return $"reminder {step} of {obligation} to {to} was sent on its way {sent} times";
        foreach (var id in evidence.Recorded.Reminders.Keys.Where(id => id.Split('|') is var parts && !recorded.Contains((parts[1], parts[2], parts[3], parts[4])))) yield return $"reminder {id} was sent and not recorded";

        var gone = OnPages(evidence, "desk", "obligations/reminders", "reminders").Concat(OnPages(evidence, "desk", "obligations/reminders?list=opinions", "reminders"))
            .Select(row => (Obligation: Text(row["obligation"]), Step: Text(row["step"]), To: Text(row["to"]))).ToList();
        // As often as it was recorded: once for each last day.
        foreach (var told in gone.GroupBy(step => step).Where(group => group.Count() > recorded.Distinct().Count(step => (step.Obligation, step.Step, step.To) == group.Key)))
            yield return $"reminder {told.Key} went out {told.Count()} times";
        var groups = evidence.Rows["lists"].Where(row => row.Partition.StartsWith("qj|reminders|work-group|", StringComparison.Ordinal)).Select(row => (Body: row.Partition.Split('|')[3], row.Key));
        foreach (var told in groups.GroupBy(item => item).Where(group => group.Count() > recorded.Where(step => $"{step.Obligation}|{step.Step}" == group.Key.Key).Select(step => step.Due).Distinct().Count()))
            yield return $"the work group was reminded {told.Count()} times of {told.Key}";

        var open = OnPages(evidence, "desk", "obligations", "obligations").Concat(OnPages(evidence, "desk", "obligations?list=opinions", "obligations")).ToList();
        foreach (var owed in open.Where(owed => owed["overdue"]!.GetValue<bool>()))
        {
            var (id, kind) = (Text(owed["id"]), Text(owed["kind"]));
            foreach (var to in _told.GetValueOrDefault(kind) ?? [])
                if (!recorded.Any(step => step.Obligation == id && step.To == to && step.Step.StartsWith("overdue", StringComparison.Ordinal))) yield return $"{id} is overdue, and {to} was not reminded";
        }

        foreach (var step in recorded.Distinct().Where(step => open.Any(owed => Text(owed["id"]) == step.Obligation)))
            if (!gone.Any(row => (row.Obligation, row.Step, row.To) == (step.Obligation, step.Step, step.To))) yield return $"reminder {step} was recorded and did not go out";
    }

    private static IEnumerable<string> Lists(Evidence evidence)
    {
        var (there, anew) = (Derived(evidence.Rows["lists"]), Derived(evidence.Rebuilt));
        foreach (var line in there.Except(anew)) yield return $"a list holds what a rebuild does not: {line}";
        foreach (var line in anew.Except(there)) yield return $"a list lacks what a rebuild holds: {line}";
    }

    private static HashSet<string> Derived(IEnumerable<Evidence.Stored> rows) =>
        [.. rows.Where(row => !row.Partition.StartsWith("qj|reminders|", StringComparison.Ordinal)).Select(row => $"{row.Partition} {row.Key} {System.Text.Encoding.UTF8.GetString(row.Data)}")];

    // Citizens see what they have said, and all of it.
    private static IEnumerable<string> Seen(Evidence evidence)
    {
        foreach (var (number, (who, words)) in evidence.Recorded.Words)
            if (Text(evidence.Read(who, $"opinions/{number}")["words"]) is var seen && seen != words) yield return $"opinion {number} says '{seen}' and not '{words}'";
        foreach (var who in evidence.Recorded.Words.Values.Select(said => said.Who).Distinct())
        {
            var (seen, said) = (OnList(evidence, who, "opinions/mine", "opinions", "number"), evidence.Recorded.Words.Where(words => words.Value.Who == who).Select(words => words.Key).ToHashSet());
            if (!said.SetEquals(seen)) yield return $"{who} has said {string.Join(", ", said)} and sees {string.Join(", ", seen)}";
        }
    }

    private static HashSet<string> OnList(Evidence evidence, string who, string path, string list, string name) => [.. OnPages(evidence, who, path, list).Select(row => Text(row[name]))];

    private static IEnumerable<JsonNode> OnPages(Evidence evidence, string who, string path, string list)
    {
        for (var page = path; ;)
        {
            var read = evidence.Read(who, page);
            if (read[list] is not JsonArray rows)
            {
                yield return new JsonObject { ["unreadable"] = $"{path}: {read}" };
                yield break;
            }

            foreach (var row in rows) yield return row!;
            if (read["next"] is not { } next) yield break;
            page = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(Text(next))}";
        }
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
