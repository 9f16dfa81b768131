using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Obligations;
using Qijiang.Backend.Storage;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Stands before the consumer of reminders. Where the defect is planted it lists every delivery anew; else it hands on.</summary>
internal sealed class RepeatingConsumer(IConsumer inner, IRowStore rows, Instance on) : IConsumer
{
    private int deliveries;

    public string Queue => inner.Queue;

    public static void Plant(IServiceCollection services, Instance on)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(NoticeConsumer)));
        services.AddSingleton<NoticeConsumer>().AddSingleton<IConsumer>(p => new RepeatingConsumer(p.GetRequiredService<NoticeConsumer>(), p.GetRequiredService<IRowStore>(), on));
    }

    public async Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        if (on.World.Planted is not Planted.RepeatingConsumer)
        {
            await inner.ConsumeAsync(message, cancel);
            return;
        }

        var parts = message.Id.Split('|');
        var row = new JsonObject { ["obligation"] = parts[1], ["step"] = parts[2], ["to"] = parts[3] };
        await rows.CommitAsync("lists", $"{parts[0]}|reminders|suggestions", [new Change.Insert($"{message.Id}|{on}|{++deliveries}", Encoding.UTF8.GetBytes(row.ToJsonString()))], [], cancel);
    }
}
