namespace Qijiang.Core.Ballots;

/// <summary>How a ballot came into the count.</summary>
public enum BallotChannel
{
    /// <summary>Cast with a device under a voting right.</summary>
    Device,

    /// <summary>Put on paper into a slot and entered by the scrutineers; it has no right.</summary>
    PaperSlot,
}
