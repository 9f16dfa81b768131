using FluentAssertions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

public sealed class ReminderPoliciesTests : IDisposable
{
    private static readonly Congress.Established _qijiang = new(
        new("qj"), CongressLevel.District, new("綦江区人大", "Qijiang"), null, "chongqing", [new(new("desk"), BodyKind.Desk, new("人代工委", "Desk"))], [], []);
    private static readonly Congress.Established _gunan = _qijiang with { Id = new("gn"), Level = CongressLevel.Town };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-policies-");
    private readonly Logged log = new();
    private readonly FakeTimeProvider time = new();
    private DateTime changes = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_congress_has_its_own_policy_and_any_other_the_librarys()
    {
        Write(Steps("own"));
        Policies().Of(_qijiang).For(ObligationKind.Reply).Select(step => step.Key).Should().Equal("own");
        Steps(Policies().Of(_gunan)).Should().Equal("30-days", "15-days", "soon", "last-day", "overdue");
        Steps(Policies("").Of(_qijiang)).Should().Equal("30-days", "15-days", "soon", "last-day", "overdue");
    }

    [Fact]
    public void What_its_file_does_not_give_it_has_of_the_library()
    {
        Write(Steps("own"));
        Policies().Of(_qijiang).For(ObligationKind.Contact).Should().Equal(ReminderPolicy.Default.For(ObligationKind.Contact));
    }

    [Fact]
    public void The_folder_is_looked_at_every_half_minute_and_no_oftener()
    {
        Write(Steps("first"));
        var policies = Policies();
        policies.Of(_qijiang);

        Write(Steps("second"));
        time.Advance(ReminderPolicies.RememberedFor - TimeSpan.FromSeconds(1));
        Steps(policies.Of(_qijiang)).Should().Equal("first");
        time.Advance(TimeSpan.FromSeconds(1));
        Steps(policies.Of(_qijiang)).Should().Equal("second");
    }

    [Fact]
    public void Who_owns_a_tier_and_is_not_there_is_named_and_the_policy_is_taken_once_the_congress_has_the_body()
    {
        Write("""
            { "tiers": [{ "key": "second", "name": { "zh": "二级督办", "en": "second tier" }, "owner": "Committee" }],
              "steps": { "Reply": [{ "key": "own", "offset": 1, "unit": "Days", "tell": ["Owing"], "tier": "second" }] } }
            """);
        var policies = Policies();
        Steps(policies.Of(_qijiang)).Should().NotContain("own");
        log.Lines.Should().ContainSingle().Which.Should().EndWith("qj.json: tier second: owner: 'Committee': this congress has no body of kind Committee");

        Steps(policies.Of(_qijiang with { Bodies = _qijiang.Bodies.Add(new(new("finance"), BodyKind.Committee, new("财经委", "Finance"))) })).Should().Equal("own");
    }

    [Fact]
    public void A_step_that_comes_by_a_rule_comes_by_the_congresss_own()
    {
        Policies().Of(_qijiang).For(ObligationKind.Reply).Should().ContainEquivalentOf(new { Key = "soon", Offset = -5, Unit = LimitUnit.Days });
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "rules")).FullName, "qj.json"), """
            { "set": "qj", "rules": [
              { "key": "suggestion.remindBefore", "id": "SUG-49", "from": "2026-01-01", "title": { "zh": "提醒", "en": "reminder" },
                "source": { "law": "惯例" }, "value": { "count": 7, "unit": "WorkingDays" }, "confidence": "I" } ] }
            """);
        Policies(rules: Path.Combine(folder.FullName, "rules")).Of(_qijiang).For(ObligationKind.Reply).Should().ContainEquivalentOf(new { Key = "soon", Offset = -7, Unit = LimitUnit.WorkingDays });
    }

    [Fact]
    public void A_changed_file_is_in_force_without_a_restart()
    {
        Write(Steps("first"));
        var policies = Policies();
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("first");

        Write(Steps("second"));
        time.Advance(ReminderPolicies.RememberedFor);
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("second");
    }

    [Fact]
    public void With_a_faulty_file_the_old_policy_stays_and_the_fault_is_named_once()
    {
        Write(Steps("first"));
        var policies = Policies();
        policies.Of(_qijiang);

        Write(Steps("second").Replace("Owing", "Everyone"));
        time.Advance(ReminderPolicies.RememberedFor);
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("first");
        time.Advance(ReminderPolicies.RememberedFor);
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("first");
        log.Lines.Should().ContainSingle().Which.Should().Contain("qj.json: Reply, second: tell: 'Everyone' is none of");

        Write(Steps("third"));
        time.Advance(ReminderPolicies.RememberedFor);
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("third");
    }

    [Fact]
    public void A_faulty_file_stops_the_start_and_is_named()
    {
        Write(Steps("first").Replace("\"offset\": 1", "\"offset\": \"soon\""));
        FailuresOf(new ReminderOptions { Folder = folder.FullName }).Should().Equal("Reminders:Folder: qj.json: Reply, first: offset: a whole number of days is expected, negative before the last day");
    }

    [Theory]
    [InlineData("http://hooks.example/", ReminderHouse.Secret, "Reminders:Webhook:Address*")]
    [InlineData("https://hooks.example/", "whsec_c2hvcnQ=", "Reminders:Webhook:Secret*")]
    [InlineData("https://hooks.example/", null, "Reminders:Webhook:Secret*")]
    public void A_webhook_that_cannot_be_trusted_stops_the_start(string address, string? secret, string message) =>
        FailuresOf(new ReminderOptions { Webhook = new() { Address = new Uri(address), Secret = secret } }).Should().ContainSingle().Which.Should().Match(message);

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        FailuresOf(new ReminderOptions { Folder = Path.Combine(folder.FullName, "nowhere") }).Should().ContainSingle().Which.Should().StartWith("Reminders:Folder must be a folder that is there");

    private static IEnumerable<string> FailuresOf(ReminderOptions options) => new ReminderOptionsValidation().Validate(null, options).Failures!;

    private static string Steps(string key) => $$"""{ "steps": { "Reply": [{ "key": "{{key}}", "offset": 1, "unit": "Days", "tell": ["Owing"] }] } }""";

    private static IEnumerable<string> Steps(ReminderPolicy policy) => policy.For(ObligationKind.Reply).Select(step => step.Key);

    private ReminderPolicies Policies(string? of = null, string? rules = null)
    {
        var sets = new Desk().Rules(rules);
        foreach (var congress in (Congress.Established[])[_qijiang, _gunan]) sets.LookAsync(congress, CancellationToken.None).GetAwaiter().GetResult();
        return new(Options.Create(new ReminderOptions { Folder = of ?? folder.FullName }), sets, new FakeClock(Instant.FromUtc(2026, 11, 24, 2, 0)), time, log);
    }

    // A file system may keep times by the second; the test does not wait for it.
    private void Write(string json)
    {
        var file = Path.Combine(folder.FullName, "qj.json");
        File.WriteAllText(file, json);
        File.SetLastWriteTimeUtc(file, changes = changes.AddMinutes(1));
    }

    private sealed class Logged : ILogger<ReminderPolicies>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
