using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Qijiang.Azure.Tests;

/// <summary>Stands between the SDK and the service: notes every call, and loses requests or answers as told.</summary>
internal sealed class Disturbance
{
    private readonly ConcurrentQueue<Call> calls = new();

    /// <summary>Off until a test has set up what it needs.</summary>
    public bool Active { get; set; }

    /// <summary>What happens instead of a call; null: it goes through.</summary>
    public Func<Call, Exception?> Before { get; init; } = _ => null;

    /// <summary>What happens to a call's answer, once the service has done its work; null: it arrives.</summary>
    public Func<Call, Exception?> After { get; init; } = _ => null;

    /// <summary>Where it stands: at each try of the SDK, or outside of its retries.</summary>
    public HttpPipelinePosition Position { get; init; } = HttpPipelinePosition.PerRetry;

    /// <summary>The calls that were made while it was active.</summary>
    public IReadOnlyList<Call> Calls => [.. calls];

    public void Install(ClientOptions options)
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.AddPolicy(new Policy(this, options is TableClientOptions ? "table" : "queue"), Position);
    }

    /// <summary>One call of a service.</summary>
    /// <param name="Service">"table" or "queue".</param>
    /// <param name="Method">The HTTP method.</param>
    /// <param name="Uri">The address.</param>
    /// <param name="Bytes">The length of the request's body.</param>
    public sealed record Call(string Service, string Method, Uri Uri, long Bytes)
    {
        /// <summary>It creates a table, as the first use in a process does.</summary>
        public bool SetsUp => Uri.AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal);

        /// <summary>It writes rows.</summary>
        public bool WritesRows => Service == "table" && Method != "GET" && !SetsUp;

        public override string ToString() => $"{Service} {Method}";
    }

    private sealed class Policy(Disturbance disturbance, string service) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var length = message.Request.Content?.TryComputeLength(out var bytes) == true ? bytes : 0;
            var call = new Call(service, message.Request.Method.ToString(), message.Request.Uri.ToUri(), length);
            if (disturbance.Active)
            {
                disturbance.calls.Enqueue(call);
                Throw(disturbance.Before(call));
            }

            await ProcessNextAsync(message, pipeline);
            if (disturbance.Active)
                Throw(disturbance.After(call));
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Nothing here calls synchronously.");

        private static void Throw(Exception? fault)
        {
            if (fault is not null)
                throw fault;
        }
    }
}
