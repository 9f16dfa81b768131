using System.Text.Json.Serialization;

namespace Qijiang.Core.Suggestions;

// Stored for ever by these names: add, never rename or remove.

/// <summary>Why a suggestion is not admitted (SUG-04).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Inadmissibility>))]
public enum Inadmissibility
{
    /// <summary>It would solve a personal matter of the deputy or relatives.</summary>
    PersonalMatter,

    /// <summary>It concerns a specific judicial case.</summary>
    JudicialCase,

    /// <summary>It passes on a citizen's letter (代转人民群众来信).</summary>
    ForwardedLetter,

    /// <summary>Academic discussion or product promotion.</summary>
    AcademicOrPromotion,

    /// <summary>A report of an offence, an appeal, an accusation (检举、申诉、控告).</summary>
    ReportOrAccusation,

    /// <summary>It holds more than one matter, or nothing concrete (SUG-03).</summary>
    SeveralMatters,

    /// <summary>Another ground by law.</summary>
    OtherByLaw,
}
