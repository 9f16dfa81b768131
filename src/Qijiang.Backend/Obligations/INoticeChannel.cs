namespace Qijiang.Backend.Obligations;

/// <summary>
/// A way out to people. Each channel has messages of its own, so that one that fails neither holds up another nor makes it
/// repeat. What is about a report of wrongdoing goes through none.
/// </summary>
public interface INoticeChannel
{
    /// <summary>Its name, in small letters; what its messages on their way say.</summary>
    string Name { get; }

    /// <summary>Whether this installation has it.</summary>
    bool IsOn { get; }

    /// <summary>Whether somebody may be told the same thing twice.</summary>
    bool MayRepeat { get; }

    /// <summary>Whether somebody may not be told although the reminder was recorded.</summary>
    bool MayMiss { get; }

    /// <summary>Sends. May be asked again with the same <see cref="OutgoingNotice.Id"/>; an exception brings it back later.</summary>
    /// <param name="notice">What to send.</param>
    /// <param name="cancel">Gives up; it may be out none the less.</param>
    Task SendAsync(OutgoingNotice notice, CancellationToken cancel);
}
