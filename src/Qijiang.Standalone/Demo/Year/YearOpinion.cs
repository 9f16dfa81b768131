namespace Qijiang.Standalone.Demo.Year;

/// <summary>One of the year's opinions, as it is to come in and to be handled.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Congress">Where.</param>
/// <param name="Month">In which month.</param>
/// <param name="Channel">Through which door, by the API's name.</param>
/// <param name="Kind">The kind that a person settles.</param>
/// <param name="Closed">Whether it is closed in the end.</param>
/// <param name="Deputy">The number of the deputy to whom it is handed; null: none.</param>
internal sealed record YearOpinion(int Index, string Congress, int Month, string Channel, string Kind, bool Closed, int? Deputy)
{
    public string Intake => Congress == SampleDistrict.District ? "intake" : Congress + "-intake";

    public string ElectoralDistrict => Deputy is { } deputy ? SampleDistrict.ElectoralDistrictOf(deputy) : Congress == SampleDistrict.District ? "gunan-1" : Congress + "-town";
}
