using System.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace Qijiang.Standalone.Demo.Running;

/// <summary>
/// The back end in a process of its own, so that it can be killed. It ends with the demo, however that ends: it holds the
/// other end of a pipe. What it logs goes to <c>backend.log</c> in the demo's folder.
/// </summary>
public sealed class BackendProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private readonly DemoSettings _settings;
    private readonly StreamWriter _log;
    private Process? _process;

    private BackendProcess(DemoSettings settings, StreamWriter log) => (_settings, _log) = (settings, log);

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <param name="settings">The demo's settings.</param>
    /// <param name="day">The domain's day.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">It ended, or did not answer in two minutes.</exception>
    public static async Task<BackendProcess> StartAsync(DemoSettings settings, LocalDate day, CancellationToken cancel)
    {
        var log = new StreamWriter(Path.Combine(settings.Folder, "backend.log"), append: true) { AutoFlush = true };
        var backend = new BackendProcess(settings, log);
        try
        {
            await backend.StartAsync(day, cancel);
            return backend;
        }
        catch
        {
            await backend.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a power failure would (SIGKILL): it has no say in it.</summary>
    /// <param name="cancel">Gives up waiting for its end.</param>
    public async Task KillAsync(CancellationToken cancel)
    {
        _process!.Kill();
        await _process.WaitForExitAsync(cancel);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again, after it was killed.</summary>
    /// <param name="day">The domain's day.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task StartAsync(LocalDate day, CancellationToken cancel)
    {
        _process = Process.Start(StartInfo(day)) ?? throw new IOException("the back end did not start");
        _process.OutputDataReceived += (_, line) => Log(line.Data);
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync(_process, cancel);
    }

    /// <summary>Ends it in good order.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }

            process.Dispose();
        }

        await _log.DisposeAsync();
    }

    private ProcessStartInfo StartInfo(LocalDate day)
    {
        var own = Environment.ProcessPath;
        var assembly = typeof(BackendProcess).Assembly;
        var isOwn = Path.GetFileNameWithoutExtension(own) == assembly.GetName().Name;
        var start = new ProcessStartInfo(isOwn ? own! : Path.GetFileNameWithoutExtension(own) == "dotnet" ? own! : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!isOwn) start.ArgumentList.Add(assembly.Location);
        start.ArgumentList.Add(Commands.DemoBackendCommand.Name);
        foreach (var (name, value) in _settings.ToConfiguration()) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment[Commands.DemoBackendCommand.Token] = _settings.Token;
        start.Environment[Commands.DemoBackendCommand.Today] = LocalDatePattern.Iso.Format(day);
        return start;
    }

    private async Task AnswersAsync(Process process, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_patience);
        using var http = new HttpClient { BaseAddress = _settings.Address };
        while (true)
        {
            if (process.HasExited) throw new IOException($"the back end ended with {process.ExitCode}; see {Path.Combine(_settings.Folder, "backend.log")}");
            try
            {
                if ((await http.GetAsync(new Uri("health/ready", UriKind.Relative), patience.Token)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new IOException("the back end does not answer");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    private void Log(string? line)
    {
        if (line is null) return;
        lock (_log) _log.WriteLine(line);
    }
}
