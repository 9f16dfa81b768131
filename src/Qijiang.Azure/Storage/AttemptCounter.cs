using Azure.Core;
using Azure.Core.Pipeline;

namespace Qijiang.Azure.Storage;

/// <summary>
/// Tells a caller how often the SDK tried: a conflict on the first try is somebody else's doing, on a later one it may be
/// our own write, whose answer was lost.
/// </summary>
internal sealed class AttemptCounter : HttpPipelineSynchronousPolicy
{
    private const string Property = "Qijiang.Attempts";

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.TryGetProperty(Property, out var value) && value is Attempts attempts)
            attempts.Count++;
    }

    /// <summary>Counts the requests that are sent until the scope is disposed of.</summary>
    public static IDisposable Counting(Attempts attempts) =>
        HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = attempts });

    public sealed class Attempts
    {
        public int Count { get; set; }

        public bool Repeated => Count > 1;
    }
}
