using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qijiang.Backend;
using Xunit;

namespace Qijiang.Functions.Tests;

public sealed class CompositionTests
{
    [Fact]
    public void Every_trigger_can_be_made_from_the_container()
    {
        using var app = App.Build();
        foreach (var type in Triggers.Functions.Select(f => f.DeclaringType!).Distinct())
            ActivatorUtilities.CreateInstance(app, type).Should().BeOfType(type);
    }

    [Fact]
    public void Functions_have_names_of_their_own() =>
        Triggers.Functions.Select(f => f.GetCustomAttributes(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), false)
            .Cast<Microsoft.Azure.Functions.Worker.FunctionAttribute>().Single().Name).Should().OnlyHaveUniqueItems();

    [Theory]
    [InlineData("Storage", "Storage:tableServiceUri")]
    [InlineData("Keys:Folder", "Keys:vaultUri")]
    [InlineData("Keys:TablePrefix", "Keys:tableServiceUri")]
    public void A_missing_setting_stops_the_start_and_is_named(string missing, string named)
    {
        var start = () => App.Build((missing, null));
        start.Should().Throw<SettingException>().Which.Setting.Should().Be(named);
    }

    [Fact]
    public void A_folder_of_holiday_notices_that_is_not_there_stops_the_start()
    {
        var start = () => App.Build(("Calendar:Folder", Path.Combine(AppContext.BaseDirectory, "no-such-folder")));
        start.Should().Throw<SettingException>().Which.Setting.Should().Be("Calendar:Folder");
    }

    [Fact]
    public void Root_keys_in_a_folder_stop_the_start_in_production()
    {
        var start = () => App.Build(Environments.Production);
        start.Should().Throw<SettingException>().Which.Setting.Should().Be("Keys:Folder");
    }

    [Fact]
    public void In_the_cloud_it_starts_with_addresses_and_an_identity_alone()
    {
        var settings = CloudSettings().ToDictionary(s => s.Name, s => s.Value);
        StorageSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Should().BeEquivalentTo(new
        {
            ConnectionString = (string?)null,
            TableEndpoint = new Uri("https://data.table.example/"),
            QueueEndpoint = new Uri("https://data.queue.example/"),
            Keys = new { TableEndpoint = new Uri("https://keys.table.example/") },
        });
    }

    [Fact]
    public void The_deployment_gives_every_setting_that_the_app_reads()
    {
        var template = RepositoryFiles.Text("infra/bicep/main.bicep");
        CloudSettings().Select(s => s.Name.Replace(":", "__", StringComparison.Ordinal)).Append("ReminderSchedule")
            .Concat(App.Sample().Keys.Where(name => name.StartsWith("WeChat:", StringComparison.Ordinal)).Select(name => name.Replace(":", "__", StringComparison.Ordinal)))
            .Should().OnlyContain(name => template.Contains($" {name}: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_in_the_same_account_as_the_data_stop_the_start()
    {
        var start = () => App.Build(("Keys:TablePrefix", null), ("Keys", App.Sample()["Storage"]));
        start.Should().Throw<SettingException>().Which.Setting.Should().Be("Keys");
    }

    private static (string Name, string? Value)[] CloudSettings() =>
    [
        ("Storage:tableServiceUri", "https://data.table.example/"),
        ("Storage:queueServiceUri", "https://data.queue.example/"),
        ("Storage:clientId", "00000000-0000-0000-0000-000000000001"),
        ("Keys:tableServiceUri", "https://keys.table.example/"),
        ("Keys:clientId", "00000000-0000-0000-0000-000000000001"),
        ("Keys:vaultUri", "https://one.vault.example/"),
    ];
}
