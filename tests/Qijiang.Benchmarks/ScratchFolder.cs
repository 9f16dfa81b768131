using System.Security.Cryptography;

namespace Qijiang.Benchmarks;

/// <summary>
/// A folder that goes away after a round. It lies below the repository's <c>artifacts</c>: the system's temporary folder may
/// be memory, where flushing to the disk costs nothing.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>The folder, in full.</summary>
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(
        Repository.Root, "artifacts", "benchmarks", RandomNumberGenerator.GetHexString(12, lowercase: true))).FullName;

    /// <summary>A file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
