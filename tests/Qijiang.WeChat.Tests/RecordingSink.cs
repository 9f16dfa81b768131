using Qijiang.Backend.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.WeChat.Tests;

/// <summary>A sink that keeps each key once, as it is told to, and every call besides.</summary>
public sealed class RecordingSink : ICitizenMessageSink
{
    private readonly Lock _gate = new();

    public List<CitizenMessage> Calls { get; } = [];

    public Dictionary<string, CitizenMessage> Kept { get; } = [];

    public List<byte[]> Quarantined { get; } = [];

    /// <summary>How many of the next messages are stored, but without an answer.</summary>
    public int AnswersToLose { get; set; }

    public Task AcceptAsync(CitizenMessage message, CancellationToken cancel)
    {
        lock (_gate)
        {
            Calls.Add(message);
            Kept.TryAdd(message.DedupKey, message);
            return AnswersToLose-- > 0 ? Task.FromException(new IOException($"the store is away while {message.Sender} says {message.Text}")) : Task.CompletedTask;
        }
    }

    public Task QuarantineAsync(CongressId congress, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        Quarantined.Add(body.ToArray());
        return Task.CompletedTask;
    }
}
