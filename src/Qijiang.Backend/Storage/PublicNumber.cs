using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Backend.Storage;

/// <summary>
/// The number that people are given: derived from the command that created the thing, so that asking again gives the same
/// number, no counter is contended for, and none can be guessed from another. 50 bits: in a million things a clash has a
/// chance of one in two thousand, and is then refused, never mixed up.
/// </summary>
public static class PublicNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";   // Crockford's: no I, L, O, U

    /// <summary>The number: <c>YJ-7K3FM-2QX9T</c>.</summary>
    /// <param name="prefix">Two letters for what it is.</param>
    /// <param name="command">The id of the command that creates the thing.</param>
    public static string Of(string prefix, string command)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{prefix}|{command}"));
        var letters = string.Concat(hash.Take(10).Select(b => Alphabet[b & 31]));
        return $"{prefix}-{letters[..5]}-{letters[5..]}";
    }
}
