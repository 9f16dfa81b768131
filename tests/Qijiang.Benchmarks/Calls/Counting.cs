using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;

namespace Qijiang.Benchmarks.Calls;

/// <summary>Puts counters in front of the stores of a host: one for rows and queues, one for the keys.</summary>
internal sealed class Counting
{
    /// <summary>Calls for rows and messages.</summary>
    public StoreCounter Data { get; } = new();

    /// <summary>Calls for keys.</summary>
    public StoreCounter Keys { get; } = new();

    /// <summary>Takes the place of what is registered.</summary>
    public void Install(IServiceCollection services)
    {
        Wrap<IRowStore>(services, rows => new CountingRowStore(rows, Data));
        Wrap<IMessageQueue>(services, queue => new CountingMessageQueue(queue, Data));
        Wrap<KeyRows>(services, keys => new KeyRows(new CountingRowStore(keys.Store, Keys)));
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap) where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T) && !service.IsKeyedService).ImplementationFactory
            ?? throw new InvalidOperationException($"{typeof(T).Name} is not registered as it was.");
        services.AddSingleton(provider => wrap((T)inner(provider)));
    }
}
