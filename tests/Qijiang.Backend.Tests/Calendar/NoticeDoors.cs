using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Tests.Calendar;

/// <summary>The calendar over HTTP, and the queues as their consumers empty them.</summary>
internal sealed class NoticeDoors(SurfaceHost surface)
{
    private static readonly string[] _queues = ["changes", "calendar"];
    private static int keys;

    public static readonly PersonId Administrator = SurfaceHost.Only(Office.SystemAdministrator);

    public Task<SurfaceHost.Answer> PostAsync(string address, string json, PersonId? by = null) =>
        surface.PostAsync($"/api/qj/calendar{address}", by ?? Administrator, json, request =>
        {
            request.Headers.Remove("Idempotency-Key");
            request.Headers.Add("Idempotency-Key", $"notice-{Interlocked.Increment(ref keys)}");
        });

    /// <summary>Delivers what lies in the queues until nothing is left that is due; again so many times each, as a queue may.</summary>
    /// <returns>What was delivered from the queue of the calendar.</returns>
    public async Task<IReadOnlyList<MessageEnvelope>> DeliverAsync(int times = 1)
    {
        var (queue, delivery) = (surface.Services.GetRequiredService<IMessageQueue>(), surface.Services.GetRequiredService<Delivery>());
        var delivered = new List<MessageEnvelope>();
        for (var found = true; found;)
        {
            found = false;
            foreach (var name in _queues)
            {
                foreach (var message in await queue.ReceiveAsync(name, 16, TimeSpan.FromMinutes(2), CancellationToken.None))
                {
                    found = true;
                    for (var time = 0; time < times; time++) await delivery.DeliverAsync(name, message.Envelope, CancellationToken.None);
                    await queue.DeleteAsync(message, CancellationToken.None);
                    if (name == "calendar") delivered.Add(message.Envelope);
                }
            }
        }

        return delivered;
    }
}
