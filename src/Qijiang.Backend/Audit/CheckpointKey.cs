using System.Text;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Backend.Audit;

/// <summary>The key that signs checkpoints. It never leaves the key port; whoever can use it can sign whatever he likes.</summary>
public sealed class CheckpointKey(IKeyPort keys)
{
    private const string Name = "checkpoints";

    /// <summary>The public half as SubjectPublicKeyInfo; null where there is none here, or none any more.</summary>
    public async Task<byte[]?> FindPublicAsync(CancellationToken cancel)
    {
        try
        {
            return await keys.GetPublicKeyAsync(Name, cancel);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyDestroyedException)
        {
            return null;
        }
    }

    /// <summary>The public half, of a key made now where there is none yet.</summary>
    internal async Task<byte[]> GetPublicAsync(CancellationToken cancel)
    {
        await keys.CreateAsync(Name, KeyUse.Sign, cancel);
        return await keys.GetPublicKeyAsync(Name, cancel);
    }

    /// <summary>Signs a checkpoint's text.</summary>
    internal Task<byte[]> SignAsync(Checkpoint checkpoint, CancellationToken cancel) => keys.SignAsync(Name, Encoding.UTF8.GetBytes(checkpoint.Text), cancel);
}
