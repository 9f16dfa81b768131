using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Xunit;

namespace Qijiang.Functions.Tests;

public sealed class QueueTriggersTests
{
    [Fact]
    public void Every_queue_with_a_consumer_has_one_trigger()
    {
        using var app = App.Build();
        Triggers.Queues.Select(t => t.QueueName).Should().BeEquivalentTo(app.GetRequiredService<Delivery>().Queues);
    }

    [Fact]
    public void Queues_are_read_over_the_connection_of_the_data() =>
        Triggers.Queues.Should().OnlyContain(t => t.Connection == "Storage");

    [Fact]
    public void The_deployment_makes_exactly_these_queues()
    {
        var declared = RepositoryFiles.Text("infra/bicep/main.bicep").Split("param queues string[] = [")[1].Split(']')[0];
        declared.Split(',').Select(q => q.Trim(' ', '\'')).Should().BeEquivalentTo(Triggers.Queues.Select(t => t.QueueName));
    }

    [Fact]
    public void The_host_gives_a_message_as_many_tries_as_the_pump()
    {
        var queues = RepositoryFiles.Json("src/Qijiang.Functions/host.json").GetProperty("extensions").GetProperty("queues");
        queues.GetProperty("maxDequeueCount").GetInt32().Should().Be(Delivery.MaxTries);
        queues.GetProperty("messageEncoding").GetString().Should().Be("base64", "the adapter writes envelopes as Base64");
    }
}
