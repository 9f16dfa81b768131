using Qijiang.Storage.Contracts.Faults;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>What is there after a scenario, to be held against another run of it.</summary>
/// <param name="Calls">How many storage calls it took.</param>
/// <param name="Shown">What people see.</param>
/// <param name="Events">What is recorded.</param>
/// <param name="Faults">What is wrong in itself.</param>
internal sealed record Seen(int Calls, string Shown, string Events, IReadOnlyList<string> Faults)
{
    /// <summary>Plays a scenario in which one call fails.</summary>
    public static async Task<Seen> AfterAsync(House house, Scenario scenario, int call, FaultKind kind)
    {
        house.BeginAnew();
        var faults = new List<string>();
        house.Plan.Arm(call, kind);
        try
        {
            await scenario.PlayAsync(house);
        }
        catch (InvalidOperationException e)
        {
            return new(house.Plan.Calls, "", "", [e.Message]);
        }

        var calls = house.Plan.Calls;
        house.Plan.Arm(int.MaxValue, kind);   // where the course was shorter than the fault's number
        faults.AddRange((await house.OtherwiseAnsweredAsync()).Select(answer => "answered otherwise: " + answer));
        faults.AddRange((await house.PoisonAsync()).Select(message => "poison: " + message));
        faults.AddRange((await house.FindingsAsync()).Select(finding => $"verify: {finding}"));
        var lists = await house.ListsAsync();
        await house.RebuildAsync();
        if (await house.ListsAsync() is var rebuilt && rebuilt != lists) faults.Add($"the lists are not as rebuilt: {Difference(lists, rebuilt)}");
        return new(calls, await scenario.SeeAsync(house), await house.EventsAsync(), faults);
    }

    /// <summary>Where it differs from a run in which nothing failed.</summary>
    public IEnumerable<string> Against(Seen undisturbed)
    {
        foreach (var fault in Faults) yield return fault;
        if (Faults.Count > 0) yield break;
        if (Shown != undisturbed.Shown) yield return $"people see something else: {Difference(undisturbed.Shown, Shown)}";
        if (Events != undisturbed.Events) yield return $"other events: {Difference(undisturbed.Events, Events)}";
    }

    private static string Difference(string expected, string actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(expected, at)}… has become …{Around(actual, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 250)];
}
