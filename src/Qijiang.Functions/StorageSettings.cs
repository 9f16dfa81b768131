using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Qijiang.Azure;
using Qijiang.Backend;

namespace Qijiang.Functions;

/// <summary>
/// Reads where the data and the keys lie. The names are those of the host's own connections, so that one setting serves the
/// queue triggers and the worker: a connection string (the emulator), or service addresses and an identity.
/// </summary>
public static class StorageSettings
{
    /// <summary>The connection of the data: <c>Storage</c>.</summary>
    public const string Connection = "Storage";

    /// <summary>The connection of the wrapped keys: <c>Keys</c>.</summary>
    public const string KeysConnection = "Keys";

    /// <summary>Reads both.</summary>
    /// <param name="settings">The app settings.</param>
    /// <exception cref="SettingException">A setting is missing or malformed; the exception names it.</exception>
    public static AzureStorageOptions Read(IConfiguration settings)
    {
        var data = Account(settings, Connection);
        if (settings[$"{KeysConnection}:TablePrefix"] is { Length: > 0 } prefix) return data with { KeyTablePrefix = prefix };
        var keys = Account(settings, KeysConnection);
        return keys.TableEndpoint == data.TableEndpoint && keys.ConnectionString == data.ConnectionString
            ? throw new SettingException(KeysConnection, "must be another account than the data's, so that a copy of the data is not a copy of the keys")
            : data with { Keys = keys };
    }

    private static AzureStorageOptions Account(IConfiguration settings, string name)
    {
        if (settings[name] is { Length: > 0 } connection) return new AzureStorageOptions { ConnectionString = connection };
        var clientId = settings[$"{name}:clientId"];
        return new AzureStorageOptions
        {
            TableEndpoint = Address(settings, $"{name}:tableServiceUri"),
            QueueEndpoint = name == Connection ? Address(settings, $"{name}:queueServiceUri") : null,
            Credential = Identity(clientId),
        };
    }

    /// <summary>The user-assigned identity of that client id, or the one that the environment has.</summary>
    public static TokenCredential Identity(string? clientId) =>
        string.IsNullOrEmpty(clientId) ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    /// <summary>The address of a service.</summary>
    /// <exception cref="SettingException">It is missing, or none.</exception>
    public static Uri Address(IConfiguration settings, string name) =>
        Uri.TryCreate(settings[name], UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? address
            : throw new SettingException(name, "must be the https address of a service");
}
