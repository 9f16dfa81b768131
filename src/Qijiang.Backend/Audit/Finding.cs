using System.Globalization;
using System.Resources;

namespace Qijiang.Backend.Audit;

/// <summary>Something that is not as it was recorded.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Stream">The stream's partition; null: it is about the checkpoints themselves.</param>
/// <param name="Version">The version concerned; where a stream was cut off, its last one now.</param>
/// <param name="Checkpoint">The number of the checkpoint concerned.</param>
/// <param name="Detail">What else the text says.</param>
public sealed record Finding(FindingKind Kind, string? Stream = null, int? Version = null, int? Checkpoint = null, string? Detail = null)
{
    private static readonly ResourceManager _texts = new("Qijiang.Backend.Audit.Findings", typeof(Finding).Assembly);

    /// <summary>The text for people, Chinese first.</summary>
    public string InBothLanguages => $"{In(Languages.Chinese)}。{In(Languages.English)}.";

    /// <summary>The text for people.</summary>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public string In(CultureInfo culture) => string.Format(culture, _texts.GetString(Kind.ToString(), culture)!, Version, Checkpoint, Detail);
}

/// <summary>What can be found. The texts stand in <c>Findings.resx</c>.</summary>
public enum FindingKind
{
    /// <summary>A row of the events lies in a partition that is no stream's.</summary>
    NotAStream,

    /// <summary>A row lies in a stream under a key that is no version.</summary>
    NotAVersion,

    /// <summary>A version is missing between others.</summary>
    Missing,

    /// <summary>A row says that it belongs elsewhere.</summary>
    Misplaced,

    /// <summary>A row is no event.</summary>
    Unreadable,

    /// <summary>The event before this one is not the one that it was written after.</summary>
    LinkBroken,

    /// <summary>A row is not the one that a checkpoint covers.</summary>
    Changed,

    /// <summary>A stream ends before the version that a checkpoint covers.</summary>
    CutOff,

    /// <summary>A stream that a checkpoint covers is gone.</summary>
    Gone,

    /// <summary>Checkpoints are missing between others.</summary>
    CheckpointMissing,

    /// <summary>A checkpoint can't be read.</summary>
    CheckpointUnreadable,

    /// <summary>A checkpoint of another number lies in the place of this one.</summary>
    CheckpointMisplaced,

    /// <summary>A checkpoint does not follow the one before it.</summary>
    CheckpointUnchained,

    /// <summary>The signature does not fit.</summary>
    CheckpointForged,

    /// <summary>It is signed with a key that is not the installation's.</summary>
    CheckpointForeignKey,

    /// <summary>The heads beside a checkpoint are not those that it was signed over.</summary>
    CheckpointHeads,

    /// <summary>A checkpoint that is kept elsewhere is not whole.</summary>
    KeptForged,

    /// <summary>A checkpoint that is kept elsewhere is signed with a key that is not the installation's.</summary>
    KeptForeignKey,

    /// <summary>The store has no checkpoint of the number of one that is kept elsewhere.</summary>
    KeptMissing,

    /// <summary>The store has another checkpoint of the number of one that is kept elsewhere.</summary>
    KeptDiffers,
}
