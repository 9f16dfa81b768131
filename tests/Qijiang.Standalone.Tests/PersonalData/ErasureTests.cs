using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qijiang.Standalone.Demo;
using Qijiang.Standalone.Demo.Running;
using Qijiang.Standalone.Demo.Story;
using Qijiang.Standalone.Tests.Demo;
using Xunit;

namespace Qijiang.Standalone.Tests.PersonalData;

/// <summary>
/// Two citizens ask for erasure: one of whom nothing has to be filed, and one whose opinion was handled. On SQLite, over HTTP, with
/// every byte that is stored or logged looked at.
/// </summary>
public sealed class ErasureTests : IDisposable
{
    private const string Words = "菜市场东门的井盖松了三个星期", Name = "覃某独", Contact = "江湾里七号", OpenId = "oErasureCitizenOne";
    private const string OtherWords = "滨河步道缺三盏灯", OtherOpenId = "oErasureCitizenTwo";
    private static readonly LocalDate _day = new(2026, 5, 11);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-erasure-");
    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("qijiang-erasure-copy-");
    private readonly StringBuilder logged = new();

    public void Dispose()
    {
        folder.Delete(recursive: true);
        copy.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_erased_is_in_no_byte_and_does_not_come_back_with_an_older_copy_of_the_rows()
    {
        var cancel = CancellationToken.None;
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, _day, null, cancel);
        var opinion = await PlayAsync(setup, async world =>
        {
            var citizen = await world.CitizenAsync(SampleDistrict.District, OpenId, cancel);
            var number = await SendAsync(citizen, Words, Name, Contact);
            await world.WaitForAsync("the list", async () => (await citizen.GetAsync("opinions/mine", cancel)).Items("opinions") is [var row] ? row : null, cancel);
            return number;
        });
        foreach (var file in folder.GetFiles("qijiang.db*")) file.CopyTo(Path.Combine(copy.FullName, file.Name));

        await PlayAsync(setup, async world =>
        {
            var citizen = await world.CitizenAsync(SampleDistrict.District, OpenId, cancel);
            (await citizen.PostAsync("personal-data/erasure", new { }, cancel)).Text("state").Should().Be("Erased");

            (await StaffSeeAsync(world, opinion)).Text("words").Should().BeEmpty();
            (await citizen.TryPostAsync("opinions", new { words = "再反映一次" }, cancel)).Should().BeEquivalentTo(new { Status = 401, Code = "data-subject.erased" }, "the session is of somebody who is no more");
            (await citizen.PostAsync("personal-data/erasure", new { }, cancel)).Text("state").Should().Be("Erased");
            return opinion;
        });

        Holding(folder, opinion).Should().NotBeEmpty("what is looked for like this is found where it is");
        foreach (var text in (string[])[Words, Name, Contact, OpenId]) Holding(folder, text).Should().BeEmpty();
        logged.ToString().Should().NotContainAny(Words, Name, Contact, OpenId);

        foreach (var file in folder.GetFiles("qijiang.db*")) file.Delete();
        foreach (var file in copy.GetFiles()) file.CopyTo(Path.Combine(folder.FullName, file.Name));
        await PlayAsync(setup, async world =>
        {
            (await StaffSeeAsync(world, opinion)).Text("words").Should().BeEmpty("the key lies elsewhere, and is destroyed there");
            var again = await world.CitizenAsync(SampleDistrict.District, OpenId, cancel);
            (await again.GetAsync("opinions/mine", cancel)).Items("opinions").Should().BeEmpty("who comes again is somebody new");
            return await SendAsync(again, "小区门口积水", null, null);
        });
        Holding(folder, Words).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_handled_is_kept_and_shown_to_nobody_but_its_sender_until_the_sender_lets_it()
    {
        var cancel = CancellationToken.None;
        await using var setup = await DemoSetup.PrepareAsync(folder.FullName, _day, null, cancel);
        await PlayAsync(setup, async world =>
        {
            var citizen = await world.CitizenAsync(SampleDistrict.District, OtherOpenId, cancel);
            var intake = await world.StaffAsync(SampleDistrict.District, "intake", cancel);
            var (handled, other) = (await SendAsync(citizen, OtherWords, null, null), await SendAsync(citizen, "公交站没有座椅", null, null));
            await intake.PostAsync($"opinions/{handled}/kind", new { kind = "Suggestion" }, cancel);
            await intake.PostAsync($"opinions/{handled}/notices", new { notice = "Accepted", text = "已登记。" }, cancel);
            await world.WaitForAsync("the list", async () => (await citizen.GetAsync("opinions/mine", cancel)).Items("opinions") is [_, _] rows ? rows : null, cancel);

            var asked = await intake.PostAsync("personal-data/erasures", new { opinion = handled }, cancel);
            asked.Text("state").Should().Be("Restricted");
            asked.Items("filed").Select(record => (record.Text("id"), record.Text("class"))).Should().Equal((handled, "WithTheCase"));

            var seen = await StaffSeeAsync(world, handled);
            (seen.Text("words"), seen.Text("restricted")).Should().Be(("", "true"));
            (await StaffSeeAsync(world, other)).Text("words").Should().Be("公交站没有座椅", "nobody has handled it, and it is open");
            (await citizen.GetAsync($"opinions/{handled}", cancel)).Text("words").Should().Be(OtherWords);
            var refused = await intake.TryPostAsync($"opinions/{handled}/deputy", new { deputy = SampleDistrict.Deputy(1) }, cancel);
            (refused.Status, refused.Code, refused.Text("rule.id")).Should().Be((409, "data-subject.restricted", "ARC-02"));
            (await intake.TryPostAsync($"opinions/{handled}/closing", new { outcome = "按本人请求不再办理。" }, cancel)).Status.Should().Be(200);

            (await citizen.PostAsync("personal-data/restriction/end", new { }, cancel)).Text("state").Should().Be("Kept");
            (await StaffSeeAsync(world, handled)).Text("words").Should().Be(OtherWords);
            (await citizen.TryPostAsync($"personal-data/erasures", new { opinion = handled }, cancel)).Code.Should().Be("office.not-held");
            return handled;
        });
    }

    private static async Task<string> SendAsync(Caller citizen, string words, string? name, string? contact) =>
        (await citizen.PostAsync("opinions", new { words, name, contact, title = words[..4], district = "gunan-1" }, CancellationToken.None)).Text("number");

    private static async Task<Answer> StaffSeeAsync(World world, string opinion) =>
        await (await world.StaffAsync(SampleDistrict.District, "intake", CancellationToken.None)).GetAsync($"opinions/{opinion}", CancellationToken.None);

    private async Task<string> PlayAsync(DemoSetup setup, Func<World, Task<string>> play)
    {
        await using var app = Build(setup);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = setup.Settings.Address };
        var told = await play(new World(setup.Settings, http, setup.Login, setup.Passwords, new SilentNarrator(), _day));
        await app.StopAsync();
        return told;
    }

    private WebApplication Build(DemoSetup setup) => Qijiang.Standalone.Hosting.StandaloneHost.Build(
        [.. setup.Settings.ToConfiguration().Select(setting => $"--{setting.Key}={setting.Value}"), "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"],
        builder =>
        {
            builder.Services.AddSingleton<IClock>(new MovableClock(_day, TimeProvider.System));
            builder.Logging.ClearProviders().AddProvider(new Kept(logged));
        });

    // As it is written: in UTF-8 and UTF-16, escaped in JSON, and as base64 from any of its three beginnings.
    private static List<string> Holding(DirectoryInfo where, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var escaped = string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:X4}"));
        byte[][] forms =
        [
            utf8, Encoding.Unicode.GetBytes(text), Encoding.UTF8.GetBytes(escaped), Encoding.UTF8.GetBytes(escaped.ToLowerInvariant()),
            .. Enumerable.Range(0, 3).Select(start => Encoding.ASCII.GetBytes(Convert.ToBase64String(utf8.AsSpan(start, (utf8.Length - start) / 3 * 3)))),
        ];
        return [.. where.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => Read(file) is var bytes && forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0)).Select(file => file.Name)];
    }

    private static byte[] Read(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class Kept(StringBuilder text) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (text) text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose() { }
    }
}
