using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Congresses;

namespace Qijiang.Benchmarks.Http;

/// <summary>A small congress: all that the measured requests need.</summary>
internal static class SamplePlan
{
    /// <summary>The congress.</summary>
    public static CongressId Congress { get; } = new("qijiang");

    /// <summary>An agency that answers suggestions.</summary>
    public static BodyId Agency { get; } = new("urban-management");

    /// <summary>The one to whom suggestions are assigned.</summary>
    public static BodyId Coordinator { get; } = new("government-office");

    /// <summary>The desk's clerk.</summary>
    public static PersonId Desk { get; } = new("clerk-desk");

    /// <summary>The clerk of the coordinating office.</summary>
    public static PersonId Coordinating { get; } = new("clerk-coordinating");

    /// <summary>The agency's leader.</summary>
    public static PersonId Principal { get; } = new("principal");

    /// <summary>The secretariat's clerk.</summary>
    public static PersonId Secretariat { get; } = new("clerk-secretariat");

    /// <summary>The deputies.</summary>
    public static IReadOnlyList<PersonId> Deputies { get; } = [.. Enumerable.Range(1, 21).Select(i => new PersonId($"deputy-{i:000}"))];

    /// <summary>The plan.</summary>
    public static DistrictPlan Plan { get; } = new(
        [
            new(
                Congress,
                CongressLevel.District,
                new("綦江区人民代表大会", "Qijiang District People's Congress"),
                "chongqing",
                [
                    BodyOf("congress", BodyKind.Congress),
                    BodyOf("desk", BodyKind.Desk),
                    BodyOf("secretariat", BodyKind.SessionSecretariat),
                    BodyOf(Coordinator.Value, BodyKind.CoordinatingOffice),
                    BodyOf(Agency.Value, BodyKind.Agency),
                ],
                [new(new("gunan-1"), new("古南第一选区", "Gunan 1"))]),
        ],
        [
            Holder(Desk, Office.DeskClerk, new("desk")),
            Holder(Coordinating, Office.CoordinatingClerk, Coordinator),
            Holder(Principal, Office.AgencyPrincipal, Agency),
            Holder(Secretariat, Office.SecretariatClerk, new("secretariat")),
            .. Deputies.Select(deputy => Holder(deputy, Office.Deputy, null)),
        ]);

    private static Body BodyOf(string id, BodyKind kind) => new(new(id), kind, new(id, id));

    private static DistrictPlan.PlannedPerson Holder(PersonId person, Office office, BodyId? body) =>
        new(person, person.Value, [new(Congress, office, new LocalDate(2022, 1, 1), body, office == Office.Deputy ? new ElectoralDistrictId("gunan-1") : null)]);
}
