using System.Security.Cryptography;

namespace Qijiang.Backend.Storage;

/// <summary>Hashes that link the rows of a stream, by name, so that another (SM3) can follow without a redesign.</summary>
public static class ChainSuite
{
    /// <summary>The suite of new rows.</summary>
    public const string Current = "SHA-256";

    /// <summary>The hash of a row's bytes, in lower-case hex.</summary>
    /// <param name="suite">The suite's name, as the row after it tells.</param>
    /// <param name="row">The bytes of the row.</param>
    /// <exception cref="NotSupportedException">No such suite.</exception>
    public static string Hash(string suite, ReadOnlySpan<byte> row) => suite switch
    {
        "SHA-256" => Convert.ToHexStringLower(SHA256.HashData(row)),
        _ => throw new NotSupportedException($"chain suite '{suite}' is not known"),
    };

    /// <summary>The hash of many parts, one after the other, in lower-case hex.</summary>
    /// <param name="suite">The suite's name.</param>
    /// <param name="parts">The parts.</param>
    /// <exception cref="NotSupportedException">No such suite.</exception>
    public static string Hash(string suite, IEnumerable<byte[]> parts)
    {
        if (!IsKnown(suite)) throw new NotSupportedException($"chain suite '{suite}' is not known");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether there is such a suite.</summary>
    /// <param name="suite">The suite's name.</param>
    public static bool IsKnown(string suite) => suite == Current;
}
