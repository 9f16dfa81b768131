using System.Text.Json.Serialization;
using NodaTime;

namespace Qijiang.Core.Calendar;

// Stored for ever by these names: add, never rename or remove.

/// <summary>
/// An official arrangement of days off for a year (关于…年部分节假日安排的通知), or an amendment of one. It may touch the last days
/// of the year before. What was not read of it is null, never guessed.
/// </summary>
/// <param name="Id">Ours: the year, for an amendment with a number: <c>2020</c>, <c>2020-1</c>.</param>
/// <param name="Year">The year it arranges.</param>
/// <param name="Amends">The id of the notice it amends; null for a year's own notice.</param>
/// <param name="Area">The area for which a local government made it; null where it holds everywhere.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its document number (文号); null where it was not read.</param>
/// <param name="IssuedOn">Its date; null where it was not read.</param>
/// <param name="KnownFrom">From when it could be known: its date, else the day it was reported.</param>
/// <param name="Status">How it was read.</param>
/// <param name="ReadIn">Where it was read; null where nothing was noted.</param>
/// <param name="Note">What else should be known of it.</param>
/// <param name="Items">What it arranges.</param>
public sealed record HolidayNotice(
    string Id, int Year, string? Amends, string? Area, string Title, string? Number, LocalDate? IssuedOn, LocalDate KnownFrom,
    NoticeStatus Status, string? ReadIn, string? Note, ValueList<HolidayItem> Items)
{
    /// <summary>How it is cited: by number, else by title.</summary>
    [JsonIgnore]
    public string Cited => Number ?? $"《{Title}》";

    /// <summary>Whether it is a year's own notice, for the whole country: the one whose absence makes that year provisional.</summary>
    [JsonIgnore]
    public bool Governs => Amends is null && Area is null;

    /// <summary>The first day that it arranges.</summary>
    [JsonIgnore]
    public LocalDate FirstDay => Items.Min(item => item.MakeUp.Append(item.From).Min());
}
