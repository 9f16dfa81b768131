using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.CitizenInput;

/// <summary>Where an opinion was referred to.</summary>
/// <param name="On">The day.</param>
/// <param name="Decision">The decision, where one was needed: a report of wrongdoing is handed to supervision by decision only (CIT-30).</param>
public sealed record Referral(LocalDate On, Decision? Decision);
