using System.Security.Cryptography;

namespace Qijiang.Azure.Tests;

/// <summary>Names of a test's own, since all share one server.</summary>
internal static class RandomNames
{
    public static string Next() => RandomNumberGenerator.GetHexString(12, lowercase: true);
}
