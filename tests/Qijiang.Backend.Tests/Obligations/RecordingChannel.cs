using Qijiang.Backend.Obligations;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>One more channel, which keeps what it was asked to send.</summary>
internal sealed class RecordingChannel : INoticeChannel
{
    public List<OutgoingNotice> Sent { get; } = [];

    public string Name => "recording";

    public bool IsOn => true;

    public bool MayRepeat => true;

    public bool MayMiss => false;

    public Task SendAsync(OutgoingNotice notice, CancellationToken cancel)
    {
        Sent.Add(notice);
        return Task.CompletedTask;
    }
}
