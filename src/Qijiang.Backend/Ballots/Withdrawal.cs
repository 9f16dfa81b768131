namespace Qijiang.Backend.Ballots;

/// <summary>Why a voting right was withdrawn. A choice and no text, so that nothing personal gets into the box.</summary>
public enum Withdrawal
{
    /// <summary>A paper ballot is issued instead.</summary>
    PaperIssued = 'P',

    /// <summary>The right is void: given out by mistake, or its holder has lost the seat.</summary>
    RightVoid = 'V',
}
