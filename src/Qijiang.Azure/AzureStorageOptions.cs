using Azure.Core;

namespace Qijiang.Azure;

/// <summary>Which storage account, and how it is reached: a connection string, or two service addresses and an identity.</summary>
public sealed record AzureStorageOptions
{
    /// <summary>An account with its key: the emulator. In production leave it null and use an identity.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The address of the account's table service, where there is no connection string.</summary>
    public Uri? TableEndpoint { get; init; }

    /// <summary>The address of the account's queue service, where there is no connection string.</summary>
    public Uri? QueueEndpoint { get; init; }

    /// <summary>Who calls the service addresses; null: the environment's own identity (a managed identity in Azure).</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>Before every table's and queue's name, so that several installations can share an account: up to six lower-case letters or digits, a letter first.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The account that holds wrapped keys: another one, so that nobody who may read the data can read the keys.</summary>
    public AzureStorageOptions? Keys { get; init; }

    /// <summary>Where one account must do for both: what the key tables' names start with (letters and digits, a letter first).</summary>
    public string? KeyTablePrefix { get; init; }

    /// <summary>The longest pause between two looks into an empty queue.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Adds to the clients' pipelines: diagnostics, a proxy, faults in a test.</summary>
    public Action<ClientOptions>? ConfigureClients { get; init; }
}
