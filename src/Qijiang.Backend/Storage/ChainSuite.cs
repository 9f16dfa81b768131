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
}
