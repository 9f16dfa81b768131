using static Qijiang.Core.Suggestions.SuggestionCommand;

namespace Qijiang.Core.Suggestions;

/// <summary>Which texts an act can't do without: what a body or an agency decides or says, it says in writing.</summary>
internal static class SuggestionTexts
{
    /// <summary>The field, in the JSON spelling, of the first text that is empty; null where all are there.</summary>
    /// <param name="command">The act.</param>
    public static string? Missing(SuggestionCommand command) => command switch
    {
        Submit { Title: var text } when IsEmpty(text) => "title",
        Submit { Text: var text } when IsEmpty(text) => "text",
        Receive { Number: var number } when string.IsNullOrWhiteSpace(number) => "number",
        Withdraw { Letter: var text } when IsEmpty(text) => "letter",
        Return { Explanation: var text } when IsEmpty(text) => "explanation",
        TakeAsReference { Explanation: var text } when IsEmpty(text) => "explanation",
        ReturnMisassigned { Reasons: var text } when IsEmpty(text) => "reasons",
        DeclineReturn { Reasons: var text } when IsEmpty(text) => "reasons",
        Extend { Reasons: var text } when IsEmpty(text) => "reasons",
        DecideExtension { Granted: false, Reasons: var text } when IsEmpty(text) => "reasons",
        SuspendPeriod { Reasons: var text } when IsEmpty(text) => "reasons",
        ExplainOverdue { Explanation: var text } when IsEmpty(text) => "explanation",
        RecordContact { Note: var text } when IsEmpty(text) => "note",
        GiveCoHandlerOpinion { Text: var text } when IsEmpty(text) => "text",
        DemandCoHandlerOpinionAnew { Reasons: var text } when IsEmpty(text) => "reasons",
        GiveReply { Text: var text } when IsEmpty(text) => "text",
        DecideRehandling { Grounds: var text } when IsEmpty(text) => "grounds",
        GiveMeetingOpinion { Opinion: var text } when IsEmpty(text) => "opinion",
        ReportDelivery { Report: var text } when IsEmpty(text) => "report",
        GiveDeliveryMeetingOpinion { Opinion: var text } when IsEmpty(text) => "opinion",
        _ => null,
    };

    /// <summary>Whether nothing is written.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEmpty(OfficialText? text) => string.IsNullOrWhiteSpace(text?.Text);
}
