namespace Qijiang.Backend.PersonalData;

/// <summary>
/// The root keys. It never gives one out, so that an HSM or Key Vault can stand behind it: it wraps and unwraps other keys
/// and signs. Keys are named; a name is created once and can be destroyed for good.
/// </summary>
public interface IKeyPort
{
    /// <summary>Makes sure that a key of this name and use exists. Safe to ask again.</summary>
    Task CreateAsync(string name, KeyUse use, CancellationToken cancel);

    /// <summary>Encrypts a small secret (at most 256 bytes) under the named key. The answer names its suite and key version itself.</summary>
    Task<byte[]> WrapAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancel);

    /// <summary>Gives back what was wrapped; null where the named key was destroyed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was not wrapped under this key, or was changed.</exception>
    Task<byte[]?> UnwrapAsync(string name, ReadOnlyMemory<byte> wrapped, CancellationToken cancel);

    /// <summary>Signs data with the named key: ECDSA on P-256 over its SHA-256, in the fixed IEEE P1363 form of 64 bytes.</summary>
    Task<byte[]> SignAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancel);

    /// <summary>The public half of a signing key as SubjectPublicKeyInfo (DER).</summary>
    /// <exception cref="InvalidOperationException">No key of this name was ever created here.</exception>
    /// <exception cref="KeyDestroyedException">It was destroyed.</exception>
    Task<byte[]> GetPublicKeyAsync(string name, CancellationToken cancel);

    /// <summary>Destroys a key for good. Safe to ask again; a destroyed name is not created anew.</summary>
    Task DestroyAsync(string name, CancellationToken cancel);
}

/// <summary>What a root key is for.</summary>
public enum KeyUse
{
    /// <summary>Wrapping other keys.</summary>
    Wrap,

    /// <summary>Signing.</summary>
    Sign,
}
