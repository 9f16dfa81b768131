namespace Qijiang.Standalone.Demo.Year;

/// <summary>One of the year's suggestions, as it is to be handled.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Lead">The number of the deputy.</param>
/// <param name="Course">The dates of its course: those made in session, or those made between sessions.</param>
/// <param name="Agency">The lead agency.</param>
/// <param name="CoHandler">A co-handler; null: none.</param>
/// <param name="ReplyClass">The class of the reply.</param>
/// <param name="Late">Whether the reply comes late.</param>
/// <param name="Grade">What the deputy says of it first.</param>
/// <param name="Delivered">Whether a promise is kept; null where there is none.</param>
internal sealed record YearSuggestion(
    int Index, int Lead, YearCourse Course, string Agency, string? CoHandler, string ReplyClass, bool Late, string Grade, bool? Delivered)
{
    public bool IsDissatisfied => Grade == "Dissatisfied";

    /// <summary>The grade with which it ends: who was dissatisfied is content after it was handled again.</summary>
    public string FinalGrade => IsDissatisfied ? "Satisfied" : Grade;
}
