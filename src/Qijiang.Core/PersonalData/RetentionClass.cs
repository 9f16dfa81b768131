using System.Text.Json.Serialization;

namespace Qijiang.Core.PersonalData;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How long a record is kept (保管期限, ARC-01). Which record has which class is a proposal until the archives authority approves it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RetentionClass>))]
public enum RetentionClass
{
    /// <summary>Permanent (永久): suggestions, their handling, mandates, results of votes (ARC-03, ARC-05).</summary>
    Permanent,

    /// <summary>Thirty years (三十年): scrutineers' sheets (ARC-05).</summary>
    ThirtyYears,

    /// <summary>Ten years (十年): papers of what was not adopted (ARC-05).</summary>
    TenYears,

    /// <summary>Sealed ballots (封存选票), for the time that the rule set says (ARC-06).</summary>
    SealedBallot,

    /// <summary>Filed with the case that it led to (随案归档): a citizen's message that was handled. For how long was not read (ARC-04).</summary>
    WithTheCase,

    /// <summary>Not filed (不归档): a citizen's message that needs no handling (ARC-04). It alone may be erased when its sender asks (ARC-02).</summary>
    NotFiled,
}
