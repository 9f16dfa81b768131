using Qijiang.Backend.Storage;

namespace Qijiang.Backend.Audit;

/// <summary>Hashes that say their suite: <c>SHA-256:</c> and lower-case hex, so that what is noted down today is understood when there is another suite.</summary>
internal static class NamedHash
{
    /// <summary>The hash of these bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"{ChainSuite.Current}:{ChainSuite.Hash(ChainSuite.Current, bytes)}";

    /// <summary>The hash of these parts, one after the other.</summary>
    public static string Of(IEnumerable<byte[]> parts) => $"{ChainSuite.Current}:{ChainSuite.Hash(ChainSuite.Current, parts)}";

    /// <summary>Whether it is the hash of these bytes, by the suite that it names; false where nobody knows that one.</summary>
    public static bool Fits(string named, ReadOnlySpan<byte> bytes) => SuiteOf(named) is { } suite && named == $"{suite}:{ChainSuite.Hash(suite, bytes)}";

    /// <summary>Whether it is the hash of these parts, by the suite that it names.</summary>
    public static bool Fits(string named, IEnumerable<byte[]> parts) => SuiteOf(named) is { } suite && named == $"{suite}:{ChainSuite.Hash(suite, parts)}";

    private static string? SuiteOf(string? named) => named?.Split(':') is [var suite, _] && ChainSuite.IsKnown(suite) ? suite : null;
}
