namespace Qijiang.Core.Calendar;

/// <summary>How a holiday notice was read.</summary>
public enum NoticeStatus
{
    /// <summary>Its own text was read, on an official page or in a reprint.</summary>
    Read,

    /// <summary>Only a news item that renders it.</summary>
    NewsRendering,
}
