using System.Security.Cryptography;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Backend.Audit;

/// <summary>Signatures by name, so that another suite (SM2) can follow without a redesign.</summary>
internal static class SignSuite
{
    /// <summary>The suite of new signatures, which is that of <see cref="IKeyPort.SignAsync"/>.</summary>
    public const string Current = "ECDSA-P256-SHA256";

    /// <summary>Whether a signature fits; false, too, where nobody knows the suite, or key and signature are none.</summary>
    /// <param name="suite">The suite's name.</param>
    /// <param name="publicKey">The key as SubjectPublicKeyInfo.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">The signature, in the fixed IEEE P1363 form.</param>
    public static bool Fits(string suite, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (suite != Current) return false;
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.KeySize == 256 && key.VerifyData(data, signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
