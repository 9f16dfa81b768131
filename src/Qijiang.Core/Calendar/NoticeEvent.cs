using System.Text.Json.Serialization;

namespace Qijiang.Core.Calendar;

// Stored for ever: the names and members below are the storage format. Add; never rename or remove.

/// <summary>What happened to the holiday notices that an installation knows.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Entered), "calendar.notice-entered.v1")]
[JsonDerivedType(typeof(Withdrawn), "calendar.notice-withdrawn.v1")]
public abstract record NoticeEvent
{
    private NoticeEvent() { }

    /// <summary>A notice was entered; one of the same id entered before is corrected by it.</summary>
    /// <param name="Notice">The notice.</param>
    public sealed record Entered(HolidayNotice Notice) : NoticeEvent;

    /// <summary>A notice that should not have been entered was taken out again.</summary>
    /// <param name="Id">Its id.</param>
    public sealed record Withdrawn(string Id) : NoticeEvent;
}
