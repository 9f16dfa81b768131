using Qijiang.Core;

namespace Qijiang.Backend.Calendar;

/// <summary>Notices hold for every congress of the installation: who administers one that stands below another can't change them.</summary>
public sealed record NoticesKeptAbove() : Refusal("calendar.kept-above");
