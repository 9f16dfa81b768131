using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Spectre.Console;

namespace Qijiang.Standalone.Demo;

/// <summary>One run of the demo: the back end in a child process, the story played in it, what is left shown at the end.</summary>
internal sealed class DemoRun(IAnsiConsole console) : IAsyncDisposable
{
    private DemoSetup? _setup;
    private BackendProcess? _backend;
    private HttpClient? _http;
    private World? _world;

    public async Task PlayAsync(string folder, string? azureConnection, CancellationToken cancel)
    {
        console.Write(new Rule("[bold]綦江人大工作平台 · 演示[/]  [grey]Qijiang, a demo[/]"));
        console.MarkupLine($"[grey]{folder.EscapeMarkup()}[/]");
        await console.Status().StartAsync("筹建示范区 setting up a sample district", async status =>
        {
            _setup = await DemoSetup.PrepareAsync(folder, WholeStory.Begins, azureConnection, cancel);
            status.Status("启动后台 starting the back end");
            _backend = await BackendProcess.StartAsync(_setup.Settings, WholeStory.Begins, cancel);
        });
        _http = new HttpClient { BaseAddress = _setup!.Settings.Address };
        _world = new World(_setup.Settings, _http, _setup.Login, _setup.Passwords, new ConsoleNarrator(console), WholeStory.Begins);
        var told = await WholeStory.PlayAsync(_world, cancel);
        var killed = await KilledInTheMiddle.PlayAsync(_world, _backend!, cancel);
        await Summary.ShowAsync(console, _world, told, killed, cancel);
    }

    public async Task ServeAsync(CancellationToken cancel)
    {
        var people = new Table().Title("可以登录的人 who can sign in").AddColumns("登录名 name", "密码 password");
        foreach (var (name, password) in _setup!.Passwords) people.AddRow(name, password);
        console.Write(people);
        foreach (var person in new[] { SampleDistrict.Deputy(1), AssignedInABatch.Lead, AssignedInABatch.Lead + "-head" })
            console.MarkupLine($" {person}: [bold]{await _world!.IssueCodeAsync(SampleDistrict.District, person, cancel)}[/]  [grey]POST /api/sign-ins/code[/]");
        console.MarkupLine($"\n 接口文档 the API: [link]{new Uri(_setup.Settings.Address, "scalar/")}[/]");
        console.MarkupLine(" 按 Ctrl+C 结束 [grey]Ctrl+C ends it[/]");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_backend is not null) await _backend.DisposeAsync();
        if (_setup is not null) await _setup.DisposeAsync();
    }
}
