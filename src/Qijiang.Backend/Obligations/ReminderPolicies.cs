using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>The reminder policy of each congress: its own file where it has one, else the one that comes with the library.</summary>
public sealed class ReminderPolicies(IOptions<ReminderOptions> options, ILogger<ReminderPolicies> log)
{
    private static readonly Read _default = new(ReminderPolicy.Default, default);
    private readonly ConcurrentDictionary<CongressId, Read> _read = new();

    /// <summary>
    /// The policy in force now. A file that was changed is read again; what is wrong in it is named in the log, and the policy that
    /// was in force stays.
    /// </summary>
    public ReminderPolicy Of(CongressId congress)
    {
        if (options.Value.Folder is not { } folder) return ReminderPolicy.Default;
        var file = new FileInfo(Path.Combine(folder, $"{congress.Value}.json"));
        if (!file.Exists) return ReminderPolicy.Default;
        var seen = (file.LastWriteTimeUtc, file.Length);
        if (_read.TryGetValue(congress, out var known) && known.Seen == seen) return known.Policy;
        return (_read[congress] = new(Reread(file) ?? (known ?? _default).Policy, seen)).Policy;
    }

    private ReminderPolicy? Reread(FileInfo file)
    {
        try
        {
            return ReminderPolicy.Read(File.ReadAllText(file.FullName), file.Name);
        }
        catch (Exception e) when (e is ReminderPolicyException or IOException or UnauthorizedAccessException)
        {
            log.LogError("The reminder policy stays as it was: {Faults}", e.Message);
            return null;
        }
    }

    private sealed record Read(ReminderPolicy Policy, (DateTime, long) Seen);
}
