using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>The reminder policy of each congress: its own file where it has one, over the one that comes with the library. The folder is looked at every half minute.</summary>
public sealed class ReminderPolicies(IOptions<ReminderOptions> options, RuleSets rules, IClock clock, TimeProvider time, ILogger<ReminderPolicies> log)
{
    /// <summary>For how long a file that has been changed may be unheard of.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CongressId, Known> _known = new();

    /// <summary>
    /// The policy in force now, its steps by the congress's rules of today. What is wrong in a file that is new or was changed, or names
    /// somebody whom the congress does not have, is named in the log, and the policy that was in force stays.
    /// </summary>
    /// <param name="congress">The congress, as <see cref="CongressDirectory"/> has found it.</param>
    public ReminderPolicy Of(Congress.Established congress)
    {
        var set = rules.Of(congress);
        var known = _known.GetValueOrDefault(congress.Id);
        if (known is not null && known.Rules == set && known.Congress == congress && time.GetElapsedTime(known.LookedAt) < RememberedFor) return known.InForce;
        var (now, (file, seen)) = (time.GetTimestamp(), Look(congress, known));
        return (_known[congress.Id] = new(congress, set, seen, file, file.Under(new ReminderRules(set, congress.Level, ChinaDate.Of(clock.GetCurrentInstant()))), now)).InForce;
    }

    private (ReminderPolicy File, (DateTime, long)? Seen) Look(Congress.Established congress, Known? known)
    {
        if (string.IsNullOrEmpty(options.Value.Folder)) return (ReminderPolicy.Default, null);
        var file = new FileInfo(Path.Combine(options.Value.Folder, $"{congress.Id}.json"));
        if (!file.Exists) return (ReminderPolicy.Default, null);
        var seen = (file.LastWriteTimeUtc, file.Length);
        return known is not null && known.Seen == seen && known.Congress == congress ? (known.File, seen) : (Read(file, congress) ?? known?.File ?? ReminderPolicy.Default, seen);
    }

    private ReminderPolicy? Read(FileInfo file, Congress.Established congress)
    {
        try
        {
            var policy = ReminderPolicy.Read(File.ReadAllText(file.FullName), file.Name);
            return policy.LackedBy(congress, file.Name) is { IsEmpty: false } lacked ? throw new ReminderPolicyException(lacked) : policy;
        }
        catch (Exception e) when (e is ReminderPolicyException or IOException or UnauthorizedAccessException)
        {
            log.LogError("The reminder policy stays as it was: {Faults}", e.Message);
            return null;
        }
    }

    private sealed record Known(Congress.Established Congress, RuleSet Rules, (DateTime, long)? Seen, ReminderPolicy File, ReminderPolicy InForce, long LookedAt);
}
