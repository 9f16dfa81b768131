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

    /// <summary>Comes before a call; where it throws, the service hears nothing.</summary>
    public Func<Call, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Comes after a call; where it throws, the service has done its work and the answer is lost.</summary>
    public Func<Call, Task> After { get; init; } = _ => Task.CompletedTask;

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
                await disturbance.Before(call);
            }

            await ProcessNextAsync(message, pipeline);
            if (disturbance.Active)
                await disturbance.After(call);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Nothing here calls synchronously.");
    }
}
