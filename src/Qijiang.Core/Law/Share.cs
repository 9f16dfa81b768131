namespace Qijiang.Core.Law;

/// <summary>
/// A part of a whole that a law asks for: at least two thirds (三分之二以上), more than half (过半数). "以上" includes the
/// number itself, "过" excludes it (CAL-08). Compared in whole numbers, never as a percentage.
/// </summary>
/// <param name="Numerator">Of the fraction; at least 1.</param>
/// <param name="Denominator">Of the fraction; at least the numerator.</param>
/// <param name="Inclusive">Whether exactly this part is enough.</param>
public sealed record Share(int Numerator, int Denominator, bool Inclusive)
{
    /// <summary>Whether this many of so many are enough.</summary>
    /// <param name="count">How many there are: present, in favour.</param>
    /// <param name="of">Of how many: all in office.</param>
    public bool IsMetBy(int count, int of)
    {
        var (have, need) = ((long)count * Denominator, (long)of * Numerator);
        return Inclusive ? have >= need : have > need;
    }

    /// <summary>The smallest number that is enough: 192 of 287 for two thirds, 144 for more than half.</summary>
    /// <param name="of">Of how many.</param>
    public int FewestOf(int of)
    {
        var need = (long)of * Numerator;
        return (int)(Inclusive ? (need + Denominator - 1) / Denominator : (need / Denominator) + 1);
    }
}
