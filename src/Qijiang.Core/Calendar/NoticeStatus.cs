using System.Text.Json.Serialization;

namespace Qijiang.Core.Calendar;

// Stored for ever by these names: add, never rename or remove.

/// <summary>How a holiday notice was read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeStatus>))]
public enum NoticeStatus
{
    /// <summary>Its own text was read, on an official page or in a reprint.</summary>
    Read,

    /// <summary>Only a news item that renders it.</summary>
    NewsRendering,
}
