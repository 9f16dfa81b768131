using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Azure.Tests;

public sealed class AzureRegistrationTests
{
    private const string P = "qj!2026";
    private readonly string table = "t" + RandomNames.Next();

    [Fact]
    public async Task Keys_lie_in_tables_of_their_own()
    {
        await using var provider = new ServiceCollection().AddQijiangAzure(await Emulated.Options() with { KeyTablePrefix = "keys" }).BuildServiceProvider();
        var keys = provider.GetRequiredService<KeyRows>().Store;
        await keys.CommitAsync(table, P, [new Change.Insert("k1", "wrapped"u8.ToArray())], [], CancellationToken.None);

        (await provider.GetRequiredService<IRowStore>().GetAsync(table, P, "k1", CancellationToken.None)).Should().BeNull();
        (await keys.GetAsync(table, P, "k1", CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Each_port_is_one_object()
    {
        await using var provider = new ServiceCollection().AddQijiangAzure(await Emulated.Options() with { KeyTablePrefix = "keys" }).BuildServiceProvider();

        provider.GetRequiredService<IRowStore>().Should().BeSameAs(provider.GetRequiredService<IRowStore>());
        provider.GetRequiredService<IMessageQueue>().Should().BeSameAs(provider.GetRequiredService<IMessageQueue>());
        provider.GetRequiredService<KeyRows>().Should().BeSameAs(provider.GetRequiredService<KeyRows>());
    }

    [Fact]
    public async Task It_has_to_be_said_where_the_keys_lie()
    {
        var options = await Emulated.Options();

        var add = () => new ServiceCollection().AddQijiangAzure(options);

        add.Should().Throw<ArgumentException>().WithMessage("*KeyTablePrefix*");
    }

    [Fact]
    public void Service_addresses_go_with_the_environments_identity()
    {
        using var provider = new ServiceCollection().AddQijiangAzure(new AzureStorageOptions
        {
            TableEndpoint = new Uri("https://table.qijiang.example"),
            QueueEndpoint = new Uri("https://queue.qijiang.example"),
            KeyTablePrefix = "keys",
        }).BuildServiceProvider();

        provider.GetRequiredService<IRowStore>().Should().NotBeNull();
        provider.GetRequiredService<IMessageQueue>().Should().NotBeNull();
    }

    [Fact]
    public void Neither_connection_string_nor_address_is_refused_by_name()
    {
        using var provider = new ServiceCollection().AddQijiangAzure(new AzureStorageOptions { KeyTablePrefix = "keys" }).BuildServiceProvider();

        var ask = () => provider.GetRequiredService<IRowStore>();

        ask.Should().Throw<ArgumentException>().WithMessage("*Endpoint*");
    }

    [Fact]
    public async Task A_call_is_tried_three_times_for_twenty_seconds_each()
    {
        List<(TimeSpan, int)> limits = [];
        await Emulated.Engine(client => limits.Add((client.Retry.NetworkTimeout, client.Retry.MaxRetries)));

        limits.Should().Equal((TimeSpan.FromSeconds(20), 2), (TimeSpan.FromSeconds(20), 2));
    }
}
