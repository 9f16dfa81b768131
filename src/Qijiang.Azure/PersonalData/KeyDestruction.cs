namespace Qijiang.Azure.PersonalData;

/// <summary>
/// Destroys a key for good: mark, delete, purge, and put a placeholder in its place. Each step can be repeated, so that one
/// that died on the way is finished by the next.
/// </summary>
internal sealed class KeyDestruction(KeyVaultClient client, TimeProvider time, TimeSpan longest)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly NewKey Placeholder = new("EC", null, "P-256", ["verify"], VaultKey.Tagged(VaultKey.Destroyed));

    public async Task DestroyAsync(string name, CancellationToken cancel)
    {
        if (await client.FindAsync(name, cancel) is { } key)
        {
            if (VaultKey.TagOf(key) == VaultKey.Destroyed)
                return;
            await client.TagAsync(name, key.Key.Version, new KeyTags(VaultKey.Tagged(VaultKey.Destroying)), cancel);
            await client.DeleteAsync(name, cancel);
        }

        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < longest; await Task.Delay(Pause, time, cancel))
        {
            if (await IsReplacedAsync(name, cancel))
                return;
        }

        throw new TimeoutException($"The vault has not finished destroying '{name}': ask again.");
    }

    // As long as the deleted key holds its name it is purged; when the name is free the placeholder takes it.
    private async Task<bool> IsReplacedAsync(string name, CancellationToken cancel)
    {
        if (await client.FindAsync(name, cancel) is { } there)
            return VaultKey.TagOf(there) == VaultKey.Destroyed;
        if (await client.FindDeletedAsync(name, cancel) is { } deleted)
        {
            if (deleted.Attributes?.RecoveryLevel?.Contains("Purgeable", StringComparison.Ordinal) == false)
                throw new InvalidOperationException(
                    $"The vault has purge protection: '{name}' is deleted, and destroyed on {DateTimeOffset.FromUnixTimeSeconds(deleted.ScheduledPurgeDate ?? 0):yyyy-MM-dd}, not before.");
            await client.PurgeAsync(name, cancel);
        }

        return await client.CreateAsync(name, Placeholder, cancel) is not null;
    }
}
