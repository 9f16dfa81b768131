using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Qijiang.Azurite;

/// <summary>
/// Azurite, the storage emulator, on three free loopback ports: installed once, started with node, ended with this process
/// at the latest. An xunit fixture as it is; elsewhere <see cref="StartAsync"/>, or <see cref="SharedAsync"/> for one a process.
/// </summary>
public sealed partial class AzuriteServer : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>Azurite's published development account.</summary>
    public const string Account = "devstoreaccount1";

    /// <summary>The key of that account: the same for everybody, in every emulator's manual.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // The pipe to its standard input closes with this process, however that ends; a clean shutdown saves what is to be kept.
    private const string EndWithParent = "process.stdin.on('end', () => process.emit('SIGTERM')).resume(); require(process.argv[1]);";

    private static readonly Lazy<Task<AzuriteServer>> Shared = new(() => StartAsync());

    private readonly Dictionary<string, int> ports = new(StringComparer.OrdinalIgnoreCase);
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    /// <summary>The folder that keeps its data over a restart (saved every few seconds and at a clean end); null: in memory.</summary>
    public string? Location { get; init; }

    /// <summary>What the storage SDKs take.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};"
        + $"BlobEndpoint={Endpoint("Blob")};QueueEndpoint={Endpoint("Queue")};TableEndpoint={Endpoint("Table")};";

    /// <summary>The blob service.</summary>
    public Uri BlobEndpoint => Endpoint("Blob");

    /// <summary>The queue service.</summary>
    public Uri QueueEndpoint => Endpoint("Queue");

    /// <summary>The table service.</summary>
    public Uri TableEndpoint => Endpoint("Table");

    /// <summary>Starts one.</summary>
    /// <param name="location">See <see cref="Location"/>.</param>
    public static async Task<AzuriteServer> StartAsync(string? location = null)
    {
        var server = new AzuriteServer { Location = location };
        await server.InitializeAsync();
        return server;
    }

    /// <summary>The one that this whole process shares, in memory; it ends with the process.</summary>
    public static Task<AzuriteServer> SharedAsync() => Shared.Value;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        process = Start(await AzuriteInstallation.EnsureAsync());
        process.OutputDataReceived += (_, line) => Listen(line.Data);
        process.ErrorDataReceived += (_, line) => Listen(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
        process = null;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [GeneratedRegex(@"Azurite (\w+) service is successfully listening at http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();

    private Process Start(string script)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] storage = Location is null ? ["--inMemoryPersistence"] : ["--location", Location];
        string[] arguments =
        [
            "--eval", EndWithParent, script, "--silent", "--disableTelemetry", "--skipApiVersionCheck", .. storage, .. Service("blob"), .. Service("queue"), .. Service("table"),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    // Port 0: the system chooses, and Azurite says which. The default keep-alive is shorter than a client's idle connections live.
    private static string[] Service(string name) => [$"--{name}Host", "127.0.0.1", $"--{name}Port", "0", $"--{name}KeepAliveTimeout", "300"];

    private void Listen(string? line)
    {
        if (line is null || Listening().Match(line) is not { Success: true } match)
            return;
        lock (ports)
        {
            ports[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            if (ports.Count == 3)
                listening.TrySetResult();
        }
    }

    private Uri Endpoint(string service)
    {
        lock (ports)
            return new Uri($"http://127.0.0.1:{ports[service]}/{Account}");
    }
}
