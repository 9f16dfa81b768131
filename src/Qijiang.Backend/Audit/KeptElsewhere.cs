using System.Globalization;

namespace Qijiang.Backend.Audit;

/// <summary>What somebody kept outside the store, and holds against it. What is null is not held against it.</summary>
/// <param name="PublicKey">The installation's public key as SubjectPublicKeyInfo.</param>
/// <param name="File">An exported checkpoint.</param>
/// <param name="Note">Number and hash of a checkpoint.</param>
public sealed record KeptElsewhere(byte[]? PublicKey = null, ExportedCheckpoint? File = null, KeptElsewhere.Noted? Note = null)
{
    /// <summary>What fits on paper.</summary>
    /// <param name="Number">The checkpoint's number.</param>
    /// <param name="Hash">Its hash, with its suite.</param>
    public sealed record Noted(int Number, string Hash)
    {
        /// <summary>As it is written down: <c>17:SHA-256:3f…</c></summary>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");

        /// <summary>Reads it; null where it is none.</summary>
        /// <param name="text">What was written down.</param>
        public static Noted? Parse(string text) =>
            text.Split(':', 2) is [var number, var hash] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? new(parsed, hash) : null;
    }
}
