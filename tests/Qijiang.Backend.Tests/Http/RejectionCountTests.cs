using System.Diagnostics.Metrics;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>A rejection leaves no other trace than its count.</summary>
[Collection(SurfaceTests.Name)]
public sealed class RejectionCountTests(SurfaceHost surface) : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly List<string?> counted = [];

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData("GET", "/api/nowhere/at/all", null, "address.unknown")]
    [InlineData("DELETE", "/api/qj", null, "request.method-not-allowed")]
    [InlineData("GET", "/api/qj/staff", null, "office.sign-in-needed")]
    [InlineData("GET", "/api/nowhere", null, "congress.unknown")]
    [InlineData("GET", "/api/test/broken", null, "server.failed")]
    [InlineData("POST", "/api/test/open", "oops", "request.body-malformed")]
    [InlineData("POST", "/api/test/open", "{}", "request.field-missing")]
    [InlineData("POST", "/api/test/ruled", null, "opinion.not-your-office")]
    [InlineData("POST", "/api/sign-ins", """{"name":"Wang","password":"guess"}""", "sign-in.failed")]
    public async Task Each_refusal_is_counted_once_by_its_code(string method, string address, string? json, string code)
    {
        listener.InstrumentPublished = (instrument, itself) =>
        {
            if (instrument.Name == "qijiang.rejections" && instrument.Meter.Scope == surface.Services.GetRequiredService<IMeterFactory>()) itself.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, by, tags, _) =>
        {
            by.Should().Be(1);
            tags.Length.Should().Be(1, "nothing but the code is told");
            counted.Add((string?)tags[0].Value);
        });
        listener.Start();

        (await surface.SendAsync(new HttpMethod(method), address, null, json)).Code.Should().Be(code);

        counted.Should().Equal(code);
    }
}
