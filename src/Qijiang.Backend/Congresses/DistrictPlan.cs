using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>Everything with which an installation begins: its congresses and the people who hold office there. The content of a file that an operator writes.</summary>
/// <param name="Congresses">The congresses, a parent before its towns.</param>
/// <param name="People">Who holds which office.</param>
public sealed record DistrictPlan(IReadOnlyList<DistrictPlan.PlannedCongress> Congresses, IReadOnlyList<DistrictPlan.PlannedPerson> People)
{
    /// <summary>A congress with its bodies, agencies and electoral districts.</summary>
    public sealed record PlannedCongress(
        CongressId Id, CongressLevel Level, Names Names, string RuleSet, IReadOnlyList<Body> Bodies,
        IReadOnlyList<ElectoralDistrict>? Districts = null, CongressId? Parent = null, IReadOnlyList<Names>? Areas = null);

    /// <summary>A person and the offices held.</summary>
    /// <param name="Id">The person's id.</param>
    /// <param name="Name">The name; stored under the person's own key.</param>
    /// <param name="Offices">The offices.</param>
    /// <param name="SignInName">The name to sign in by; null: signs in by a code.</param>
    /// <param name="Password">The password; null: one is made and told once.</param>
    public sealed record PlannedPerson(PersonId Id, string Name, IReadOnlyList<PlannedOffice> Offices, string? SignInName = null, string? Password = null);

    /// <summary>An office; a deputy's credentials count as confirmed from its first day.</summary>
    public sealed record PlannedOffice(CongressId Congress, Office Office, LocalDate From, BodyId? Body = null, ElectoralDistrictId? District = null, LocalDate? Until = null);
}
