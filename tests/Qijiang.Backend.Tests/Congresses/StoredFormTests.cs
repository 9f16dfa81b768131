using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

/// <summary>What happened to congresses and mandates, as it is stored for ever.</summary>
public sealed class StoredFormTests
{
    private static readonly CongressId _town = new("gn");
    private static readonly PersonId _deputy = new("p-deputy");
    private static readonly Decision _decision = new(new("standing-committee"), BodyKind.StandingCommittee, "第二十次会议", "綦人常〔2024〕7号", new("chair"), new(2024, 5, 6));
    private readonly Desk desk = new();

    [Fact]
    public async Task Events_of_a_congress_have_the_approved_form()
    {
        var hash = new KeyedHash(desk.Keys);
        var provisioning = new Provisioning(
            desk.Runner, new CongressDirectory(desk.Store, desk.Rows, desk.Rules(), TimeProvider.System), new MandateRegister(desk.Store, desk.Runner, desk.Rows),
            new People(desk.Rows, new TextSealing(desk.Keys), desk.Keys, hash), new Credentials(desk.Rows, hash), new FakeClock(Instant.FromUtc(2026, 11, 24, 2, 0)));
        await provisioning.ApplyAsync(
            new DistrictPlan(
                [new(_town, CongressLevel.Town, new("古南街道", "Gunan"), "chongqing", [new(new("desk"), BodyKind.Desk, new("人大办", "Desk"))], [new(new("d-1"), new("第一选区", "First"))], new CongressId("qj"), [new("万盛经开区", "Wansheng")])],
                []), CancellationToken.None);

        Approved.Matches("Congresses/approved/congress.v1.jsonl", await EventsOfAsync("gn|congress|gn"));
    }

    [Fact]
    public async Task Events_of_mandates_have_the_approved_form()
    {
        var register = new MandateRegister(desk.Store, desk.Runner, desk.Rows);
        MandateCommand[] commands =
        [
            new MandateCommand.Confer(Office.Deputy, null, new("d-1"), new(2021, 12, 20)),
            new MandateCommand.ConfirmCredentials(new(2022, 1, 10), _decision),
            new MandateCommand.Suspend(new(2024, 5, 6), _decision, SuspensionGround.CriminalCase),
            new MandateCommand.Resume(new(2024, 11, 7)),
            new MandateCommand.Confer(Office.AgencyClerk, new("water"), null, new(2023, 3, 1), new LocalDate(2027, 3, 1)),
            new MandateCommand.End(Office.Deputy, null, new(2026, 12, 20), _decision, MandateEnd.TermOver),
            new MandateCommand.IssueSignInCode(new(2026, 12, 1)),
        ];
        for (var i = 0; i < commands.Length; i++) await register.RunAsync(_town, _deputy, Desk.Act($"command-{i}"), commands[i], CancellationToken.None);

        Approved.Matches("Congresses/approved/mandates.v1.jsonl", await EventsOfAsync("gn|mandates|p-deputy"));
    }

    /// <summary>One line an event, without its envelope.</summary>
    private async Task<string> EventsOfAsync(string partition)
    {
        List<string> lines = [];
        await foreach (var row in desk.Rows.ScanAsync(EventStore.Table, partition, "", "", null, CancellationToken.None))
        {
            var stored = Encoding.UTF8.GetString(row.Data.Span);
            lines.Add(stored[(stored.IndexOf("\"event\":", StringComparison.Ordinal) + "\"event\":".Length)..^1]);
            _ = JsonNode.Parse(lines[^1]);
        }

        return string.Join('\n', lines);
    }
}
