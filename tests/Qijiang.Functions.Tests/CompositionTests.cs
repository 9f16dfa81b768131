using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
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
    [InlineData("Keys:Folder", "Keys:Folder")]
    [InlineData("Keys:TablePrefix", "Keys:tableServiceUri")]
    public void A_missing_setting_stops_the_start_and_is_named(string missing, string named)
    {
        var start = () => App.Build((missing, null));
        start.Should().Throw<SettingException>().Which.Setting.Should().Be(named);
    }

    [Fact]
    public void Keys_in_the_same_account_as_the_data_stop_the_start()
    {
        var start = () => App.Build(("Keys:TablePrefix", null), ("Keys", App.Sample()["Storage"]));
        start.Should().Throw<SettingException>().Which.Setting.Should().Be("Keys");
    }
}
