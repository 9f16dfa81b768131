using System.Text.Json.Serialization;
using NodaTime;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Obligations;

// Stored by these names: add, never rename or remove.

/// <summary>By when something is owed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Within), "within")]
[JsonDerivedType(typeof(By), "by")]
public abstract record Due
{
    private Due() { }

    /// <summary>Within a statutory period; the calendar in force says when that ends.</summary>
    /// <param name="Period">The period.</param>
    public sealed record Within(StatutoryPeriod Period) : Due;

    /// <summary>By a day that was promised; no calendar moves it.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Since">The day of the promise.</param>
    public sealed record By(LocalDate Day, LocalDate Since) : Due;

    /// <summary>The day from which it is owed.</summary>
    public LocalDate From => this is Within { Period.Start: var start } ? start : ((By)this).Since;

    /// <summary>The last day.</summary>
    /// <param name="calendar">The calendar in force.</param>
    public LocalDate On(WorkingCalendar calendar) => this is Within { Period: var period } ? calendar.DueOf(period).On : ((By)this).Day;
}
