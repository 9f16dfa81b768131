using Azure.Data.Tables;
using FluentAssertions;
using Qijiang.Azurite;
using Xunit;

namespace Qijiang.Azure.Tests;

/// <summary>What the tests of a crash stand on.</summary>
public sealed class AzuriteServerTests
{
    [Fact]
    public async Task With_a_folder_it_keeps_its_data_over_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-").FullName;
        await using (var first = await AzuriteServer.StartAsync(folder))
        {
            var table = new TableClient(first.ConnectionString, "kept");
            await table.CreateAsync();
            await table.AddEntityAsync(new TableEntity("p", "k"));
        }

        await using var second = await AzuriteServer.StartAsync(folder);

        (await new TableClient(second.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>("p", "k")).HasValue.Should().BeTrue();
    }
}
