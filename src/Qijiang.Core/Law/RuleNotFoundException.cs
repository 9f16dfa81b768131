using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Law;

/// <summary>No rule set in the stack has a value for this key, level and day, or has this version. The configuration is incomplete.</summary>
public sealed class RuleNotFoundException : Exception
{
    /// <summary>The key asked for.</summary>
    public string Key { get; }

    /// <summary>No value for a key on a day.</summary>
    /// <param name="key">The key asked for.</param>
    /// <param name="level">The level asked for.</param>
    /// <param name="on">The day asked for.</param>
    /// <param name="sets">The sets that were searched.</param>
    /// <param name="known">What the key has, if anything: versions by level and date.</param>
    internal RuleNotFoundException(string key, CongressLevel level, LocalDate on, string sets, string known)
        : base($"No rule '{key}' for level {level} on {on:uuuu-MM-dd} in {sets}. {known}") => Key = key;

    /// <summary>No such version.</summary>
    /// <param name="key">The key asked for.</param>
    /// <param name="level">The level asked for.</param>
    /// <param name="version">The version asked for.</param>
    /// <param name="sets">The sets that were searched.</param>
    internal RuleNotFoundException(string key, CongressLevel level, RuleRef version, string sets)
        : base($"No version {version.Id} of set '{version.Set}' from {version.From:uuuu-MM-dd} of rule '{key}' for level {level} in {sets}.") => Key = key;
}
