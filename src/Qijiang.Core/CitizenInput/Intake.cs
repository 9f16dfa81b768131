using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.CitizenInput;

/// <summary>What is known of an opinion from its receipt on.</summary>
/// <param name="Id">The opinion.</param>
/// <param name="From">The citizen.</param>
/// <param name="Title">What it is about, in the citizen's words; null where none was given.</param>
/// <param name="District">The electoral district it concerns; null while it is not known.</param>
/// <param name="On">The day of receipt.</param>
/// <param name="NoticeOwed">Within what the citizen is told in writing; null where nobody can be told (CIT-10, CIT-32).</param>
/// <param name="Notice">What was told; null where nothing has been.</param>
public sealed record Intake(
    OpinionId Id, PersonId From, PersonalText? Title, ElectoralDistrictId? District, LocalDate On, StatutoryPeriod? NoticeOwed, Notice? Notice = null);
