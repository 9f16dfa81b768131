using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Qijiang.Core.Ballots;

/// <summary>
/// A hash over fields in a fixed order, each with its length before it, so that no two contents have the same bytes. The
/// result names its suite: <c>sha-256:</c> and hexadecimal digits.
/// </summary>
public sealed class CanonicalHash : IDisposable
{
    private const string Suite = "sha-256:";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins with the name of what is hashed and the version of its form.</summary>
    /// <param name="label">The name, such as <c>qijiang.roll.v1</c>.</param>
    public CanonicalHash(string label) => Add(label);

    /// <summary>Adds a text, as UTF-8.</summary>
    /// <param name="text">The text.</param>
    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number.</param>
    public void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        _hash.AppendData(bytes);
    }

    /// <summary>Adds a list: how many, then each.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="items">The items, in the order that counts.</param>
    /// <param name="add">Adds one.</param>
    public void AddEach<T>(IEnumerable<T> items, Action<T> add)
    {
        var all = items.ToList();
        Add(all.Count);
        all.ForEach(add);
    }

    /// <summary>The hash of all that was added.</summary>
    public string Finish() => Suite + Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
