using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>When a suggestion was made (SUG-01). It decides who assigns and whether days are counted (SUG-10).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubmissionTime>))]
public enum SubmissionTime
{
    /// <summary>During the congress session (大会期间), the few days a year on which all deputies sit. The session's secretariat assigns; no days are counted.</summary>
    InSession,

    /// <summary>Between sessions (闭会期间), the rest of the year. The desk assigns, within working days of receipt.</summary>
    BetweenSessions,
}
