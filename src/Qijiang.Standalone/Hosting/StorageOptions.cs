using Qijiang.Azure;

namespace Qijiang.Standalone.Hosting;

/// <summary>Where everything is stored.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the configuration: <c>Storage</c>.</summary>
    public const string Section = "Storage";

    /// <summary>The engine: SQLite unless told otherwise.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The folder of the SQLite files and of the local root keys; <c>data</c> unless told otherwise.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>The storage account, where the provider is Azure.</summary>
    public AzureStorageOptions? Azure { get; set; }
}

/// <summary>The engines there are.</summary>
public enum StorageProvider
{
    /// <summary>One file on this machine.</summary>
    Sqlite,

    /// <summary>Azure Tables and Queues.</summary>
    Azure,
}
