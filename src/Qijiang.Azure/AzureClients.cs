using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Qijiang.Azure.Storage;

namespace Qijiang.Azure;

/// <summary>The SDK's clients with the time limits on which the message-first protocol rests (README.md, "Windows").</summary>
internal static class AzureClients
{
    private const int MaxPrefix = 6;

    public static TableServiceClient Tables(AzureStorageOptions options)
    {
        var client = Bounded(new TableClientOptions(), options);
        client.AddPolicy(new AttemptCounter(), HttpPipelinePosition.PerRetry);
        return options.ConnectionString is { } connection
            ? new TableServiceClient(connection, client)
            : new TableServiceClient(Given(options.TableEndpoint, nameof(options.TableEndpoint)), CredentialOf(options), client);
    }

    public static QueueServiceClient Queues(AzureStorageOptions options)
    {
        var client = Bounded(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, options);
        return options.ConnectionString is { } connection
            ? new QueueServiceClient(connection, client)
            : new QueueServiceClient(Given(options.QueueEndpoint, nameof(options.QueueEndpoint)), CredentialOf(options), client);
    }

    /// <summary>The prefix, where it leaves room for the longest name and its <c>-poison</c> (63 characters).</summary>
    public static string PrefixOf(AzureStorageOptions options)
    {
        var prefix = options.Prefix;
        if (prefix.Length > 0 && (prefix.Length > MaxPrefix || !char.IsAsciiLetterLower(prefix[0]) || !prefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
            throw new ArgumentException($"{nameof(options.Prefix)} '{prefix}': up to {MaxPrefix} lower-case letters or digits, a letter first.", nameof(options));
        return prefix;
    }

    private static T Bounded<T>(T client, AzureStorageOptions options) where T : ClientOptions
    {
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(20);
        client.Retry.MaxRetries = 2;
        options.ConfigureClients?.Invoke(client);
        return client;
    }

    private static TokenCredential CredentialOf(AzureStorageOptions options) => options.Credential ?? new DefaultAzureCredential();

    private static Uri Given(Uri? endpoint, string name) =>
        endpoint ?? throw new ArgumentException($"{nameof(AzureStorageOptions)} needs a {nameof(AzureStorageOptions.ConnectionString)} or a {name}.");
}
