using FluentAssertions;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class IdempotencyKeyTests(SurfaceHost surface)
{
    private const string Card = """{"title":"a","column":"Todo"}""";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("has a space")]
    [InlineData("汉字")]
    public async Task A_command_without_a_usable_key_is_refused(string? key) =>
        (await PostAsync(key)).Problem.Should().Be((400, "request.idempotency-key-missing", null));

    [Fact]
    public async Task A_key_has_at_most_a_hundred_characters()
    {
        (await PostAsync(new string('k', 100))).Status.Should().Be(200);
        (await PostAsync(new string('k', 101))).Problem.Should().Be((400, "request.idempotency-key-missing", null));
    }

    [Fact]
    public async Task Signing_in_needs_none() =>
        (await surface.PostAsync("/api/test/unkeyed", null, Card, request => request.Headers.Remove("Idempotency-Key"))).Status.Should().Be(200);

    [Fact]
    public async Task The_same_request_again_is_the_same_command()
    {
        var first = await StampAsync("k1", Card);

        (await StampAsync("k1", Card)).Should().Be(first);
        first.Id.Should().MatchRegex("^[0-9a-f]{32}$");
        first.Digest.Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [Fact]
    public async Task Another_key_or_another_sender_is_another_command()
    {
        var first = await StampAsync("k1", Card);

        (await StampAsync("k2", Card)).Id.Should().NotBe(first.Id);
        (await StampAsync("k1", Card, SurfaceHost.Clerk)).Id.Should().NotBe(first.Id);
        (await StampAsync("k1", Card, SurfaceHost.Clerk)).Id.Should().NotBe((await StampAsync("k1", Card, SurfaceHost.AgencyClerk)).Id);
    }

    [Fact]
    public async Task Of_a_secret_body_there_is_no_digest()
    {
        var first = await StampAsync("k1", Card, address: "/api/secret");

        (await StampAsync("k1", """{"title":"b","column":"Todo"}""", address: "/api/secret")).Should().Be(first);
    }

    [Fact]
    public async Task Asking_something_else_under_the_same_key_shows_in_the_digest()
    {
        var first = await StampAsync("k1", Card);

        var otherBody = await StampAsync("k1", """{"title":"b","column":"Todo"}""");
        var otherQuery = await StampAsync("k1", Card, address: "/api/test/stamp?on=2026-11-24");

        foreach (var other in (Stamp[])[otherBody, otherQuery])
        {
            other.Id.Should().Be(first.Id);
            other.Digest.Should().NotBe(first.Digest);
        }
    }

    private Task<SurfaceHost.Answer> PostAsync(string? key) => surface.PostAsync("/api/test/open", null, Card, request => Put(request, key));

    private async Task<Stamp> StampAsync(string key, string json, PersonId? @as = null, string address = "/api/test/stamp")
    {
        var answer = await surface.PostAsync(address, @as, json, request => Put(request, key));
        return new Stamp(answer.Text("id")!, answer.Text("digest")!);
    }

    private static void Put(HttpRequestMessage request, string? key)
    {
        request.Headers.Remove("Idempotency-Key");
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
    }

    private sealed record Stamp(string Id, string Digest);
}
