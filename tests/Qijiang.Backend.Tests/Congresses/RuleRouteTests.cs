using System.Text.Json;
using FluentAssertions;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

/// <summary>An administrator sees which rules are in force, and why a file is not taken.</summary>
public sealed class RuleRouteTests : IAsyncLifetime
{
    private const string Contact = """
        { "set": "qj", "rules": [
          { "key": "suggestion.contactWithin", "id": "SUG-15", "from": "2026-01-01", "title": { "zh": "面商", "en": "contact" },
            "source": { "law": "本级办法", "article": "5" }, "value": { "count": 15, "unit": "WorkingDays" }, "confidence": "T" } ] }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-rules-");
    private readonly SurfaceHost surface;

    public RuleRouteTests() => surface = new SurfaceHost(_ => { }, folder.FullName);

    public Task InitializeAsync() => surface.InitializeAsync();

    public async Task DisposeAsync()
    {
        await surface.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_looked_at_when_the_administrator_asks()
    {
        (await ShownAsync()).GetProperty("sets").EnumerateArray().Select(set => set.GetString()).Should().Equal("national", "chongqing");
        Write(Contact);

        var shown = await ShownAsync();

        shown.GetProperty("sets").EnumerateArray().Select(set => set.GetString()).Should().Equal("national", "chongqing", "qj");
        shown.GetProperty("faults").GetArrayLength().Should().Be(0);
        shown.GetProperty("own")[0].GetProperty("key").GetString().Should().Be("suggestion.contactWithin");
    }

    [Fact]
    public async Task A_faulty_file_is_named_by_file_entry_and_field()
    {
        Write(Contact.Replace("15,", "-1,", StringComparison.Ordinal));

        var fault = (await ShownAsync()).GetProperty("faults")[0];

        fault.GetProperty("file").GetString().Should().Be("qj.json");
        fault.GetProperty("entry").GetString().Should().Be("rules[0] suggestion.contactWithin SUG-15");
        fault.GetProperty("field").GetString().Should().Be("value.count");
        fault.GetProperty("problem").GetString().Should().Be("a whole number, not negative, is expected");
    }

    private async Task<JsonElement> ShownAsync()
    {
        var answer = await surface.GetAsync("/api/qj/rules", SurfaceHost.Only(Office.SystemAdministrator));
        answer.Status.Should().Be(200);
        return JsonSerializer.Deserialize<JsonElement>(answer.Body);
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(folder.FullName, "qj.json"), json);
}
