using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Congresses;

namespace Qijiang.Reliability.Tests.Faults;

/// <summary>A small congress with somebody in every office that the scenarios need.</summary>
internal static class People
{
    public static readonly CongressId Congress = new("qj");
    public static readonly PersonId Citizen = new("p-citizen");
    public static readonly PersonId Intake = new("intake");
    public static readonly PersonId Desk = new("desk");
    public static readonly PersonId Coordinating = new("coordinating");
    public static readonly PersonId Lead = new("lighting");
    public static readonly PersonId CoHandler = new("power");
    public static readonly PersonId Secretariat = new("secretariat");
    public static readonly PersonId[] Deputies = [.. Enumerable.Range(1, 3).Select(i => new PersonId($"deputy-{i}"))];

    public static DistrictPlan Plan { get; } = new(
        [
            new(
                Congress,
                CongressLevel.District,
                new("綦江区人民代表大会", "Qijiang"),
                "chongqing",
                [
                    Of("congress", BodyKind.Congress), Of("desk", BodyKind.Desk), Of("secretariat", BodyKind.SessionSecretariat),
                    Of("government", BodyKind.CoordinatingOffice), Of("lighting", BodyKind.Agency), Of("power", BodyKind.Agency),
                ],
                [new(new("gunan-1"), new("古南第一选区", "Gunan 1"))]),
        ],
        [
            Holder(Intake, Office.IntakeClerk, "desk"), Holder(Desk, Office.DeskClerk, "desk"), Holder(Coordinating, Office.CoordinatingClerk, "government"),
            Holder(Lead, Office.AgencyPrincipal, "lighting"), Holder(CoHandler, Office.AgencyPrincipal, "power"), Holder(Secretariat, Office.SecretariatClerk, "secretariat"),
            .. Deputies.Select(deputy => Holder(deputy, Office.Deputy, null)),
        ]);

    private static Body Of(string id, BodyKind kind) => new(new(id), kind, new(id, id));

    private static DistrictPlan.PlannedPerson Holder(PersonId person, Office office, string? body) =>
        new(person, person.Value, [new(Congress, office, new LocalDate(2022, 1, 1), body is null ? null : new BodyId(body), office == Office.Deputy ? new ElectoralDistrictId("gunan-1") : null)]);
}
