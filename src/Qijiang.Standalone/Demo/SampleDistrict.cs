using System.Globalization;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Core.Congresses;

namespace Qijiang.Standalone.Demo;

/// <summary>
/// The district of the demo: a district congress, two towns with congresses of their own, and an area without one
/// (万盛经开区). Names of places and agencies are recognisable; the people are numbers.
/// </summary>
public static class SampleDistrict
{
    /// <summary>The district congress (区人民代表大会).</summary>
    public const string District = "qijiang";

    /// <summary>A town congress (东溪镇).</summary>
    public const string Dongxi = "dongxi";

    /// <summary>The other town congress (赶水镇).</summary>
    public const string Ganshui = "ganshui";

    /// <summary>Deputies of the district in office.</summary>
    public const int Deputies = 287;

    /// <summary>Deputies in office of each town.</summary>
    public const int TownDeputies = 63;

    private const string Wansheng = "wansheng";
    private static readonly LocalDate _since = new(2022, 1, 1);

    private static readonly (string Id, string Zh, string En)[] _agencies =
    [
        ("urban-management", "区城市管理局", "Urban Management Bureau"),
        ("power-supply", "区供电公司", "Power Supply Company"),
        ("transport", "区交通运输委", "Transport Commission"),
        ("education", "区教委", "Education Commission"),
        ("health", "区卫生健康委", "Health Commission"),
        ("agriculture", "区农业农村委", "Agriculture Commission"),
        ("water", "区水利局", "Water Bureau"),
        ("housing", "区住房城乡建委", "Housing Commission"),
        ("civil-affairs", "区民政局", "Civil Affairs Bureau"),
        ("wansheng-committee", "万盛经开区管委会", "Wansheng Administrative Committee"),
    ];

    private static readonly (string Id, string Zh, string En)[] _districts =
    [
        ("gunan-1", "古南街道选区", "Gunan Subdistrict"), ("wenlong-1", "文龙街道选区", "Wenlong Subdistrict"),
        ("sanjiang-1", "三江街道选区", "Sanjiang Subdistrict"), ("dongxi-1", "东溪镇选区", "Dongxi Town"),
        ("ganshui-1", "赶水镇选区", "Ganshui Town"), ("datong-1", "打通镇选区", "Datong Town"), ("shijiao-1", "石角镇选区", "Shijiao Town"),
        ("wansheng-1", "万盛街道选区", "Wansheng Subdistrict"), ("wansheng-2", "南桐镇选区", "Nantong Town"), ("wansheng-3", "黑山镇选区", "Heishan Town"),
    ];

    /// <summary>The agencies of the district, without the coordinating office.</summary>
    public static IReadOnlyList<string> Agencies { get; } = [.. _agencies.Select(a => a.Id)];

    /// <summary>The electoral districts of the district congress.</summary>
    public static IReadOnlyList<string> ElectoralDistricts { get; } = [.. _districts.Select(d => d.Id)];

    /// <summary>A deputy of the district: <c>deputy-001</c> to <c>deputy-287</c>.</summary>
    /// <param name="number">From 1.</param>
    public static string Deputy(int number) => $"deputy-{number:000}";

    /// <summary>A deputy of a town.</summary>
    /// <param name="town">The town congress.</param>
    /// <param name="number">From 1.</param>
    public static string Deputy(string town, int number) => $"{town}-deputy-{number:000}";

    /// <summary>Where a deputy of the district was elected: the electoral districts take turns.</summary>
    /// <param name="number">From 1.</param>
    public static string ElectoralDistrictOf(int number) => _districts[(number - 1) % _districts.Length].Id;

    /// <summary>Whether a deputy of the district was elected in the area without a congress of its own.</summary>
    /// <param name="number">From 1.</param>
    public static bool IsOfWansheng(int number) => ElectoralDistrictOf(number).StartsWith(Wansheng, StringComparison.Ordinal);

    /// <summary>The plan by which it is set up.</summary>
    public static DistrictPlan Plan() => new([DistrictCongress(), Town(Dongxi, "东溪镇", "Dongxi"), Town(Ganshui, "赶水镇", "Ganshui")], [.. People()]);

    private static DistrictPlan.PlannedCongress DistrictCongress() => new(
        new(District), CongressLevel.District, new("綦江区人民代表大会", "Qijiang District People's Congress"), "chongqing",
        [
            BodyOf("congress", BodyKind.Congress, "区人民代表大会会议", "congress session"),
            BodyOf("desk", BodyKind.Desk, "区人大常委会人事代表工委", "deputies' affairs commission"),
            BodyOf("secretariat", BodyKind.SessionSecretariat, "大会秘书处", "session secretariat"),
            BodyOf("government-office", BodyKind.CoordinatingOffice, "区政府办公室", "District Government Office"),
            BodyOf("station", BodyKind.Station, "古南街道人大代表之家", "Gunan deputies' station"),
            .. _agencies.Select(a => BodyOf(a.Id, BodyKind.Agency, a.Zh, a.En)),
        ],
        [.. _districts.Select(d => new ElectoralDistrict(new(d.Id), new(d.Zh, d.En)))],
        Areas: [new("万盛经开区", "Wansheng Economic Development Zone")]);

    private static DistrictPlan.PlannedCongress Town(string id, string zh, string en) => new(
        new(id), CongressLevel.Town, new($"{zh}人民代表大会", $"{en} Town People's Congress"), "chongqing",
        [
            BodyOf("congress", BodyKind.Congress, $"{zh}人民代表大会会议", $"{en} congress session"),
            BodyOf("desk", BodyKind.Desk, $"{zh}人大主席团办公室", $"{en} presidium office"),
            BodyOf("secretariat", BodyKind.SessionSecretariat, $"{zh}大会秘书组", $"{en} session secretariat"),
            BodyOf("town-government", BodyKind.Agency, $"{zh}人民政府", $"{en} Town Government"),
            BodyOf("station", BodyKind.Station, $"{zh}人大代表之家", $"{en} deputies' station"),
        ],
        [new ElectoralDistrict(new($"{id}-town"), new($"{zh}第一选区", $"{en} electoral district 1"))],
        Parent: new(District));

    private static IEnumerable<DistrictPlan.PlannedPerson> People()
    {
        yield return Staff("admin", "系统管理员", [.. Congresses().Select(congress => In(congress, Office.SystemAdministrator))]);
        foreach (var congress in Congresses())
        {
            var prefix = congress == District ? "" : congress + "-";
            yield return Staff(prefix + "intake", "代表之家工作人员", In(congress, Office.IntakeClerk, "station"));
            yield return Staff(prefix + "desk", "人大机关工作人员", In(congress, Office.DeskClerk, "desk"));
            yield return Staff(prefix + "secretariat", "会议工作人员", In(congress, Office.SecretariatClerk, "secretariat"));
        }

        yield return Staff("government-office", "区政府办公室工作人员", In(District, Office.CoordinatingClerk, "government-office"));
        foreach (var (agency, zh, _) in _agencies)
        {
            yield return new(new(agency), $"{zh}承办人员", [In(District, Office.AgencyClerk, agency)]);
            yield return new(new(agency + "-head"), $"{zh}负责人", [In(District, Office.AgencyPrincipal, agency)]);
        }

        for (var n = 1; n <= Deputies; n++) yield return Elected(Deputy(n), n, District, ElectoralDistrictOf(n));
        foreach (var town in new[] { Dongxi, Ganshui })
            for (var n = 1; n <= TownDeputies; n++) yield return Elected(Deputy(town, n), n, town, $"{town}-town");
    }

    private static string[] Congresses() => [District, Dongxi, Ganshui];

    private static DistrictPlan.PlannedPerson Staff(string name, string called, params DistrictPlan.PlannedOffice[] offices) =>
        new(new("staff-" + name), called, offices, SignInName: name);

    private static DistrictPlan.PlannedPerson Elected(string id, int number, string congress, string district) => new(
        new(id), string.Create(CultureInfo.InvariantCulture, $"代表{number:000}"), [new(new(congress), Office.Deputy, _since, District: new(district))]);

    private static DistrictPlan.PlannedOffice In(string congress, Office office, string? body = null) => new(new(congress), office, _since, body is null ? null : new(body));

    private static Body BodyOf(string id, BodyKind kind, string zh, string en) => new(new(id), kind, new(zh, en));
}
