namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>What people were told, and what went on its way: written down as it happened, in texts alone.</summary>
internal sealed class History
{
    /// <summary>Acts that were acknowledged, by stream and by the kind of event that each is: how many.</summary>
    public Dictionary<(string Stream, string Event), int> Acts { get; } = [];

    /// <summary>What each citizen has said, by number.</summary>
    public Dictionary<string, (string Who, string Words)> Words { get; } = [];

    /// <summary>Answers to one key that differ.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>How often each reminder was committed to be sent.</summary>
    public Dictionary<string, int> Reminders { get; } = [];

    /// <summary>Ballots, by poll.</summary>
    public List<Ballot> Ballots { get; } = [];

    /// <summary>An act was acknowledged.</summary>
    public void Done(string stream, string happened, int times = 1) => Acts[(stream, happened)] = Acts.GetValueOrDefault((stream, happened)) + times;

    /// <summary>One key was answered, perhaps more than once.</summary>
    public void Answered(string path, string key, IEnumerable<string> bodies)
    {
        var different = bodies.Distinct(StringComparer.Ordinal).ToList();
        if (different.Count > 1) Contradictions.Add($"{path} under {key} was answered {string.Join(", and then ", different)}");
    }

    /// <summary>Messages were committed.</summary>
    public void Sent(IEnumerable<(string Queue, string Id)> messages)
    {
        foreach (var (_, id) in messages.Where(message => message.Queue == "notices")) Reminders[id] = Reminders.GetValueOrDefault(id) + 1;
    }

    /// <summary>A ballot that somebody tried to cast.</summary>
    /// <param name="Poll">The poll.</param>
    /// <param name="Deputy">Who.</param>
    /// <param name="Marks">The marks.</param>
    /// <param name="IsTaken">Whether it was acknowledged.</param>
    /// <param name="IsUnsure">Whether it was refused after a try of which nothing was heard.</param>
    internal sealed record Ballot(string Poll, string Deputy, IReadOnlyDictionary<string, string> Marks, bool IsTaken, bool IsUnsure);
}
