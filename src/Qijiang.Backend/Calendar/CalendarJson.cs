using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;

namespace Qijiang.Backend.Calendar;

/// <summary>The stored form of holiday notices, and of what their arrival moved.</summary>
[JsonSerializable(typeof(NoticeEvent))]
[JsonSerializable(typeof(CalendarChanged))]
[JsonSerializable(typeof(MoveRow))]
[JsonSerializable(typeof(HolidayItem))]
internal sealed partial class CalendarJson : JsonSerializerContext
{
    public static CalendarJson Stored { get; } = new(StoredJson.Options());

    /// <summary>The stream of the notices that the installation knows.</summary>
    public static StreamKind<NoticeRegister, NoticeEvent> Notices { get; } = new("calendar", NoticeRegister.Decider, Stored.NoticeEvent);
}
