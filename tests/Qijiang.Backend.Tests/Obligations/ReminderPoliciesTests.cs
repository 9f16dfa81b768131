using FluentAssertions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Qijiang.Backend.Obligations;
using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

public sealed class ReminderPoliciesTests : IDisposable
{
    private static readonly CongressId _qijiang = new("qj");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-policies-");
    private readonly Logged log = new();
    private DateTime changes = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_congress_has_its_own_policy_and_any_other_the_librarys()
    {
        Write(Steps("own"));
        Policies().Of(_qijiang).For(ObligationKind.Reply).Select(step => step.Key).Should().Equal("own");
        Policies().Of(new("gn")).Should().BeSameAs(ReminderPolicy.Default);
        new ReminderPolicies(Options.Create(new ReminderOptions()), log).Of(_qijiang).Should().BeSameAs(ReminderPolicy.Default);
    }

    [Fact]
    public void A_changed_file_is_in_force_without_a_restart()
    {
        Write(Steps("first"));
        var policies = Policies();
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("first");

        Write(Steps("second"));
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("second");
    }

    [Fact]
    public void With_a_faulty_file_the_old_policy_stays_and_the_fault_is_named_once()
    {
        Write(Steps("first"));
        var policies = Policies();
        policies.Of(_qijiang);

        Write(Steps("second").Replace("Owing", "Everyone"));
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("first");
        policies.Of(_qijiang).For(ObligationKind.Reply)[0].Key.Should().Be("first");
        log.Lines.Should().ContainSingle().Which.Should().Contain("qj.json: Reply, second: tell: 'Everyone' is none of");

        Write(Steps("third"));
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
        FailuresOf(new ReminderOptions { Folder = Path.Combine(folder.FullName, "nowhere") }).Should().Equal("Reminders:Folder is no folder that is there");

    private static IEnumerable<string> FailuresOf(ReminderOptions options) => new ReminderOptionsValidation().Validate(null, options).Failures!;

    private static string Steps(string key) => $$"""{ "steps": { "Reply": [{ "key": "{{key}}", "offset": 1, "unit": "Days", "tell": ["Owing"] }] } }""";

    private ReminderPolicies Policies() => new(Options.Create(new ReminderOptions { Folder = folder.FullName }), log);

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
