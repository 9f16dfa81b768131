using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend;
using Qijiang.Backend.Calendar;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Hosting;
using Xunit;

namespace Qijiang.Standalone.Tests.Hosting;

/// <summary>The folder of holiday notices is a setting: what is wrong in it stops the start and is named. The notice is invented.</summary>
public sealed class NoticeFolderTests : IDisposable
{
    private const string Local = """
        { "id": "local-2027", "year": 2027, "area": "某自治县", "title": "虚构的县庆放假通知", "knownFrom": "2026-11-20", "status": "Read",
          "items": [ { "holiday": { "zh": "县庆", "en": "Founding day" }, "off": { "from": "2027-02-09", "to": "2027-02-09", "days": 1 }, "words": "放假1天" } ] }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-notices-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_notice_in_the_folder_is_brought_along()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "local.json"), Local);
        await using var app = Build(folder.FullName);
        app.Services.GetRequiredService<OwnNotices>().Notices.Should().Contain(notice => notice.Id == "local-2027");
    }

    [Fact]
    public async Task A_faulty_notice_in_the_folder_stops_the_start()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "local.json"), Local.Replace("\"days\": 1", "\"days\": 2", StringComparison.Ordinal));
        FluentActions.Invoking(() => Build(folder.FullName)).Should().Throw<SettingException>().WithMessage("Calendar:Folder*local.json: items[0] 县庆: off.days: says 2*");
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        FluentActions.Invoking(() => Build(Path.Combine(folder.FullName, "none"))).Should().Throw<SettingException>().WithMessage("Calendar:Folder must be a folder*");

    private Microsoft.AspNetCore.Builder.WebApplication Build(string notices)
    {
        var data = folder.CreateSubdirectory("data").FullName;
        var settings = new DemoSettings(data, DemoSettings.FreeAddress(), DemoSettings.NewAccount(), new Uri("http://127.0.0.1:9/"), DemoSettings.NewToken());
        return StandaloneHost.Build([.. settings.ToConfiguration().Select(s => $"--{s.Key}={s.Value}"), $"--Calendar:Folder={notices}"]);
    }
}
