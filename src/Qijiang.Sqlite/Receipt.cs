using System.Globalization;

namespace Qijiang.Sqlite;

/// <summary>The proof of a lease: the message's row, and the random number that receiving it left there.</summary>
internal readonly record struct Receipt(long Id, long Lease)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; a text that is none fits no message.</summary>
    public static Receipt Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var lease)
            ? new Receipt(id, lease)
            : new Receipt(-1, 0);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Lease:x16}");
}
