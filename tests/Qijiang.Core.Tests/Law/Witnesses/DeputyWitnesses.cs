using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Testing;
using static Qijiang.Core.Congresses.MandateCommand;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>When a deputy can act as one (DEP-04, DEP-05).</summary>
internal static class DeputyWitnesses
{
    private static readonly LocalDate _elected = new(2026, 12, 20), _confirmed = new(2027, 1, 10), _suspended = new(2027, 5, 6);
    private static readonly Decision _byCommittee = new(new("standing-committee"), BodyKind.StandingCommittee, "第二次会议", "綦人常〔2027〕7号", new("chair"), _suspended);

    public static IEnumerable<Witness> All =>
    [
        new("national", "deputy.confirmedBeforeActing", "elected: may not act; confirmed: may act", _ => Confirmed()) { Only = true },
        new("national", "deputy.suspendedMayNotAct", "suspended: may not act; seat: kept", _ => Suspended()) { Only = true },
    ];

    private static Scenario<MandateCommand, Mandates, MandateEvent> Elected => Scenarios.Mandates.GivenDone(new Confer(Office.Deputy, null, new("d-1"), _elected));

    private static string Confirmed() =>
        $"elected: {Acts(Elected.State, _confirmed)}; confirmed: {Acts(Elected.GivenDone(new ConfirmCredentials(_confirmed)).State, _confirmed)}";

    private static string Suspended()
    {
        var deputy = Elected.GivenDone(new ConfirmCredentials(_confirmed), new Suspend(_suspended, _byCommittee, SuspensionGround.CriminalCase)).State;
        return $"suspended: {Acts(deputy, _suspended)}; seat: {(deputy.SeatOn(_suspended) is null ? "lost" : "kept")}";
    }

    private static string Acts(Mandates mandates, LocalDate on) => mandates.Holds(Office.Deputy, null, on) ? "may act" : "may not act";
}
