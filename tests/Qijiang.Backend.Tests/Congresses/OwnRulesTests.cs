using FluentAssertions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

/// <summary>A congress's own rules come from its file, and what is faulty changes nothing.</summary>
public sealed class OwnRulesTests : IDisposable
{
    private static readonly LocalDate _today = new(2026, 11, 24);
    private static readonly Congress.Established _qijiang = A("qj", "chongqing");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly Desk desk = new();
    private readonly Lines log = new();
    private readonly RuleSets rules;

    public OwnRulesTests() => rules = desk.Rules(folder.FullName, log);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_a_file_the_preset_holds()
    {
        (await LookAsync(rules)).Faults.Should().BeEmpty();

        rules.Of(_qijiang).Should().BeSameAs(RuleSet.Preset("chongqing"));
    }

    [Fact]
    public void Rules_that_were_not_looked_at_are_not_guessed() =>
        FluentActions.Invoking(() => rules.Of(_qijiang)).Should().Throw<InvalidOperationException>();

    [Fact]
    public async Task What_the_file_says_goes_before_the_preset()
    {
        Write(Contact("2026-12-01", 15));

        (await LookAsync(rules)).Faults.Should().BeEmpty();

        rules.Of(_qijiang).Sets.Should().Equal("national", "chongqing", "qj");
        ContactWithin(rules, _today).Should().Be(20);
        ContactWithin(rules, new(2026, 12, 1)).Should().Be(15);
    }

    [Fact]
    public async Task A_file_that_changes_is_read_again()
    {
        await LookAsync(rules);
        Write(Contact("2026-01-01", 15));
        await LookAsync(rules);
        Write(Contact("2026-01-01", 15), Contact("2027-01-01", 10));
        await LookAsync(rules);

        ContactWithin(rules, _today).Should().Be(15);
        ContactWithin(rules, new(2027, 1, 1)).Should().Be(10);
    }

    [Fact]
    public async Task A_faulty_file_is_named_and_what_held_before_stays_in_force()
    {
        Write(Contact("2026-01-01", 15));
        await LookAsync(rules);
        Write(Contact("2026-01-01", 15), Contact("2027-01-01", 10).Replace("SUG-15", "SUG-155", StringComparison.Ordinal));

        Said(await LookAsync(rules)).Should().Equal("qj.json: suggestion.contactWithin SUG-155 from 2027-01-01: id: is known to no set below; if it is new, say its 'status'");

        ContactWithin(rules, _today).Should().Be(15);
        log.Written.Should().ContainSingle().Which.Should().Contain("qj").And.Contain("SUG-155");
    }

    [Fact]
    public async Task A_fault_is_logged_once()
    {
        Write("7");
        await LookAsync(rules);
        await LookAsync(rules);

        log.Written.Should().ContainSingle();
    }

    [Theory]
    [InlineData("2027-01-01", 15, "qj.json: suggestion.contactWithin SUG-15 from 2026-01-01: of qj is gone; a set adds versions and takes none away")]
    [InlineData("2026-01-01", 10, "qj.json: suggestion.contactWithin SUG-15 from 2026-01-01: value: of qj is changed; an amendment adds a version with its own 'from'")]
    public async Task A_version_that_was_taken_stays_after_a_restart_too(string from, int days, string fault)
    {
        Write(Contact("2026-01-01", 15));
        await LookAsync(rules);
        Write(Contact(from, days));
        var restarted = desk.Rules(folder.FullName);

        Said(await LookAsync(restarted)).Should().Equal(fault);

        ContactWithin(restarted, _today).Should().Be(15);
    }

    [Fact]
    public async Task A_file_that_is_gone_takes_nothing_away()
    {
        Write(Contact("2026-01-01", 15));
        await LookAsync(rules);
        File.Delete(Path.Combine(folder.FullName, "qj.json"));

        Said(await LookAsync(rules)).Should().Equal("qj.json: is gone; what it said stays in force, a set takes nothing away");

        ContactWithin(rules, _today).Should().Be(15);
        ContactWithin(await LookedAtAsync(desk.Rules()), _today).Should().Be(15, "an instance without a folder works under the same");
    }

    [Fact]
    public async Task Every_congress_has_its_own()
    {
        Write(Contact("2026-01-01", 15));
        var town = A("gn", "chongqing");
        await LookAsync(rules);
        await rules.LookAsync(town, CancellationToken.None);

        rules.Of(town).Sets.Should().Equal("national", "chongqing");
    }

    [Fact]
    public async Task A_layer_is_called_as_its_congress_is()
    {
        Write(Contact("2026-01-01", 15));
        File.WriteAllText(Path.Combine(folder.FullName, "qj.json"), File.ReadAllText(Path.Combine(folder.FullName, "qj.json")).Replace("\"qj\"", "\"own\"", StringComparison.Ordinal));

        Said(await LookAsync(rules)).Should().Equal("qj.json: set: has to be the congress's id, 'qj'");
    }

    [Fact]
    public async Task What_a_preset_leaves_missing_is_named_until_the_file_says_it()
    {
        var elsewhere = A("qj", "shandong");
        var before = (await rules.LookAsync(elsewhere, CancellationToken.None)).Faults;
        before.Select(fault => fault.Entry).Should().Contain("suggestion.contactWithin").And.Contain("livelihood.changeApprover");

        // Everything that Chongqing says, as this congress's own.
        var all = RuleLayer.Preset("chongqing").Json;
        File.WriteAllText(Path.Combine(folder.FullName, "qj.json"), all.Replace("\"set\": \"chongqing\"", "\"set\": \"qj\"", StringComparison.Ordinal));

        (await rules.LookAsync(elsewhere, CancellationToken.None)).Faults.Should().BeEmpty();
        rules.Of(elsewhere).Sets.Should().Equal("national", "shandong", "qj");
    }

    [Fact]
    public async Task The_first_of_two_instances_takes_it_and_the_other_sees_that()
    {
        Write(Contact("2026-01-01", 15));
        var other = desk.Rules(folder.FullName);

        await Task.WhenAll(LookAsync(rules), LookAsync(other));

        ContactWithin(rules, _today).Should().Be(15);
        ContactWithin(other, _today).Should().Be(15);
    }

    [Fact]
    public async Task The_directory_looks_again_after_half_a_minute()
    {
        var time = new FakeTimeProvider();
        var directory = new CongressDirectory(desk.Store, desk.Rows, rules, time);
        await desk.Runner.RunAsync(
            CongressJson.Congresses, CongressDirectory.StreamOf(_qijiang.Id), Desk.Act("establish"),
            state => Congress.Decide(new CongressCommand.Establish(_qijiang.Id, _qijiang.Level, _qijiang.Names, null, "chongqing", []), state), CancellationToken.None);
        await directory.FindAsync(_qijiang.Id, CancellationToken.None);
        Write(Contact("2026-01-01", 15));

        await directory.FindAsync(_qijiang.Id, CancellationToken.None);
        ContactWithin(rules, _today).Should().Be(20);
        time.Advance(TimeSpan.FromSeconds(30));
        await directory.FindAsync(_qijiang.Id, CancellationToken.None);

        ContactWithin(rules, _today).Should().Be(15);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        FluentActions.Invoking(() => desk.Rules(Path.Combine(folder.FullName, "nowhere"))).Should().Throw<SettingException>().Which.Setting.Should().Be("Rules:Folder");

    private static async Task<RulesInForce> LookAsync(RuleSets rules) => await rules.LookAsync(_qijiang, CancellationToken.None);

    private static async Task<RuleSets> LookedAtAsync(RuleSets rules)
    {
        await LookAsync(rules);
        return rules;
    }

    private static IEnumerable<string> Said(RulesInForce inForce) => inForce.Faults.Select(fault => fault.ToString());

    private static int ContactWithin(RuleSets rules, LocalDate on) => new SuggestionRules(rules.Of(_qijiang), CongressLevel.District, on, WorkingCalendar.Official).ContactWithin.Value.Count;

    private static Congress.Established A(string id, string preset) => new(new(id), CongressLevel.District, new("綦江", "Qijiang"), null, preset, [], [], []);

    private static string Contact(string from, int days) => $$"""
        { "key": "suggestion.contactWithin", "id": "SUG-15", "from": "{{from}}", "title": { "zh": "面商", "en": "contact" },
          "source": { "law": "本级办法", "article": "5" }, "value": { "count": {{days}}, "unit": "WorkingDays" }, "confidence": "T" }
        """;

    private void Write(params string[] entries) =>
        File.WriteAllText(Path.Combine(folder.FullName, "qj.json"), $$"""{ "set": "qj", "rules": [ {{string.Join(", ", entries)}} ] }""");

    private sealed class Lines : ILogger<RuleSets>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
