using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Qijiang.Backend.Storage;

namespace Qijiang.Backend.PersonalData;

/// <summary>
/// Root keys as files in a folder that only the service's account may read: for one machine without a key vault. Whoever
/// reads the folder reads everything, so it is backed up apart from the data, sealed.
/// </summary>
public sealed class LocalKeyPort : IKeyPort
{
    private const int MaxSecret = 256;
    private static readonly byte[] _form = Encoding.ASCII.GetBytes($"{SealSuite.Current}.1.");   // suite and version of the key; a local key has one
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentDictionary<string, byte[]> _read = new(StringComparer.Ordinal);

    /// <summary>Opens the folder, made where it is missing.</summary>
    /// <param name="folder">The folder of the key files.</param>
    public LocalKeyPort(string folder)
    {
        _folder = Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) _folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    }

    /// <inheritdoc/>
    public async Task CreateAsync(string name, KeyUse use, CancellationToken cancel)
    {
        if (File.Exists(PathOf(name)) || File.Exists(TombstoneOf(name))) return;
        byte[] key;
        if (use == KeyUse.Sign)
        {
            using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            key = signing.ExportPkcs8PrivateKey();
        }
        else
        {
            key = RandomNumberGenerator.GetBytes(32);
        }

        // Written aside, flushed, then moved into place without overwriting: two processes agree on one key, and a crash leaves none by half.
        var aside = PathOf(name) + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(aside, options))
        {
            await file.WriteAsync(key, cancel);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, PathOf(name), overwrite: false);
        }
        catch (IOException) when (File.Exists(PathOf(name)))
        {
            File.Delete(aside);
        }
    }

    /// <inheritdoc/>
    public Task<byte[]> WrapAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(secret.Length, MaxSecret);
        var key = Read(name) ?? throw new KeyDestroyedException(name);
        return Task.FromResult<byte[]>([.. _form, .. SealSuite.Seal(key, secret.Span, Place(name))]);
    }

    /// <inheritdoc/>
    public Task<byte[]?> UnwrapAsync(string name, ReadOnlyMemory<byte> wrapped, CancellationToken cancel)
    {
        if (Read(name) is not { } key) return Task.FromResult<byte[]?>(null);
        if (!wrapped.Span.StartsWith(_form)) throw new CryptographicException("not wrapped by a suite and key version that are known here");
        return Task.FromResult<byte[]?>(SealSuite.Open(SealSuite.Current, key, wrapped.Span[_form.Length..], Place(name)));
    }

    /// <inheritdoc/>
    public Task<byte[]> SignAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancel)
    {
        using var key = SigningKey(name);
        return Task.FromResult(key.SignData(data.Span, HashAlgorithmName.SHA256));
    }

    /// <inheritdoc/>
    public Task<byte[]> GetPublicKeyAsync(string name, CancellationToken cancel)
    {
        using var key = SigningKey(name);
        return Task.FromResult(key.ExportSubjectPublicKeyInfo());
    }

    /// <inheritdoc/>
    public async Task DestroyAsync(string name, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(TombstoneOf(name), [], cancel);
        if (File.Exists(PathOf(name)))
        {
            await using (var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Write))
            {
                await file.WriteAsync(new byte[file.Length], cancel);
                file.Flush(flushToDisk: true);
            }

            File.Delete(PathOf(name));
        }

        _read.TryRemove(name, out _);
    }

    private ECDsa SigningKey(string name)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Read(name) ?? throw new KeyDestroyedException(name), out _);
        return key;
    }

    private byte[]? Read(string name)
    {
        // Looked at each time, so that a key destroyed by another process is gone here as well.
        if (File.Exists(TombstoneOf(name)))
        {
            _read.TryRemove(name, out _);
            return null;
        }

        if (_read.TryGetValue(name, out var known)) return known;
        return File.Exists(PathOf(name))
            ? _read.GetOrAdd(name, File.ReadAllBytes(PathOf(name)))
            : throw new InvalidOperationException($"root key '{name}' was never created here");
    }

    private static byte[] Place(string name) => Encoding.UTF8.GetBytes("root|" + name);

    private string PathOf(string name) => Path.Combine(_folder.FullName, Checked(name) + ".key");

    private string TombstoneOf(string name) => Path.Combine(_folder.FullName, Checked(name) + ".destroyed");

    private static string Checked(string name) =>
        StoreLimits.IsKey(name) ? name : throw new ArgumentException($"'{name}' is no name of a key: printable ASCII without space, / \\ # ?, and not empty.", nameof(name));
}
