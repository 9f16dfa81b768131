using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Qijiang.Functions.Tests;

/// <summary>The triggers of the app, as the worker would find them.</summary>
internal static class Triggers
{
    public static IEnumerable<MethodInfo> Functions { get; } =
        [.. typeof(HttpTriggers).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null)];

    public static IEnumerable<HttpTriggerAttribute> Http => Of<HttpTriggerAttribute>();

    public static IEnumerable<QueueTriggerAttribute> Queues => Of<QueueTriggerAttribute>();

    public static IEnumerable<TimerTriggerAttribute> Timers => Of<TimerTriggerAttribute>();

    private static IEnumerable<T> Of<T>() where T : Attribute => Functions.SelectMany(f => f.GetParameters()).Select(p => p.GetCustomAttribute<T>()).OfType<T>();
}
