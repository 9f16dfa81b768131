namespace Qijiang.Backend.Storage;

/// <summary>The limits that every engine keeps, so that nothing that one takes is refused by another. Nothing is ever cut.</summary>
public static class StoreLimits
{
    /// <summary>Changes in one commit.</summary>
    public const int MaxChanges = 100;

    /// <summary>Bytes of data in one row: 900 KiB.</summary>
    public const int MaxRowBytes = 900 * 1024;

    /// <summary>Bytes of data in one commit: 2.9 MiB.</summary>
    public const int MaxCommitBytes = 2_969_567;

    /// <summary>Bytes of one message's body: 40 KiB, so that it fits a 64 KiB queue message with its envelope after Base64.</summary>
    public const int MaxMessageBytes = 40 * 1024;

    /// <summary>The longest delay of a message.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    /// <summary>Characters of a partition or a key.</summary>
    public const int MaxKeyLength = 400;

    /// <summary>Whether a text can be a partition or a key: printable ASCII without / \ # ?, so that ordinal order is the same in every engine.</summary>
    /// <param name="text">The text to look at.</param>
    public static bool IsKey(string text) =>
        text.Length is > 0 and <= MaxKeyLength && text.All(c => c is > ' ' and <= '~' and not ('/' or '\\' or '#' or '?'));
}
