using Qijiang.Backend.Messaging;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>The queues as one instance reaches them: each call has its turn, messages come in any order, late, and more than once.</summary>
/// <param name="on">The instance.</param>
internal sealed class SimulatedMessageQueue(Instance on) : IMessageQueue
{
    private World World => on.World;

    public Task SendAsync(Message message, CancellationToken cancel) =>
        DoAsync($"send {message.Queue} {message.Id}", () => World.Queue.SendAsync(World.Late(message), cancel));

    public Task SendAgainAsync(string queue, MessageEnvelope envelope, TimeSpan delay, CancellationToken cancel) =>
        DoAsync($"send again {queue} {envelope.Id}", () => World.Queue.SendAgainAsync(queue, envelope, delay, cancel));

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int max, TimeSpan lease, CancellationToken cancel) =>
        World.Scheduler.CallAsync(on, $"receive {queue}", async () =>
        {
            var taken = await World.Queue.ReceiveAsync(queue, World.Scheduler.Random.Next(1, 4), lease, cancel);
            foreach (var message in taken)
            {
                if (World.Repeats()) await World.Queue.SendAgainAsync(queue, message.Envelope, TimeSpan.FromSeconds(World.Scheduler.Random.Next(1, 400)), cancel);
                if (World.Planted is Planted.DeletedBeforeHandling) await World.Queue.DeleteAsync(message, cancel);
            }

            return taken;
        });

    public Task<bool> DeleteAsync(ReceivedMessage message, CancellationToken cancel) =>
        World.Scheduler.CallAsync(on, $"delete {message.Queue} {message.Envelope.Id}", () => World.Queue.DeleteAsync(message, cancel));

    public Task<bool> ReleaseAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancel) =>
        World.Scheduler.CallAsync(on, $"release {message.Queue} {message.Envelope.Id}", () => World.Queue.ReleaseAsync(message, delay, cancel));

    public Task<bool> PoisonAsync(ReceivedMessage message, CancellationToken cancel) =>
        World.Scheduler.CallAsync(on, $"poison {message.Queue} {message.Envelope.Id}", () => World.Queue.PoisonAsync(message, cancel));

    public Task WaitAsync(string queue, CancellationToken cancel) =>
        World.Scheduler.WaitAsync($"wait {queue}", on, () => World.Queue.NextVisible(queue) <= World.Scheduler.Now);

    private Task DoAsync(string what, Func<Task> call) => World.Scheduler.CallAsync(on, what, async () =>
    {
        await call();
        return true;
    });
}
