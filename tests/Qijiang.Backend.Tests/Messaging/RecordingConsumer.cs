using System.Collections.Concurrent;
using Qijiang.Backend.Messaging;

namespace Qijiang.Backend.Tests.Messaging;

/// <summary>Notes what reaches it, and fails on demand.</summary>
internal sealed class RecordingConsumer(string queue) : IConsumer
{
    private readonly ConcurrentQueue<string> ids = new();

    public string Queue => queue;

    /// <summary>Ids in the order in which they came, failed tries included.</summary>
    public IReadOnlyList<string> Ids => [.. ids];

    /// <summary>Whether everything fails.</summary>
    public bool Failing { get; set; }

    /// <summary>Ids of which every try fails.</summary>
    public IReadOnlyList<string> FailingOn { get; init; } = [];

    public Task ConsumeAsync(MessageEnvelope message, CancellationToken cancel)
    {
        ids.Enqueue(message.Id);
        return Failing || FailingOn.Contains(message.Id) ? Task.FromException(new IOException("can't")) : Task.CompletedTask;
    }
}
