using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Tests.Suggestions;

/// <summary>Suggestions over HTTP, each step under a key of its own, with everything that follows from it.</summary>
internal sealed class SuggestionDoors(SurfaceHost surface)
{
    public const string Decision = """{"documentNumber":"綦江人大办〔2026〕15号","signatory":"clerk","on":"2026-11-24"}""";
    private static int keys;

    public static readonly PersonId Deputy = SurfaceHost.Only(Office.Deputy);

    public async Task<string> SubmitAsync()
    {
        var submitted = await PostAsync("", Deputy, """{"title":"改造路灯","text":"建议改造古南街道的路灯。","made":"BetweenSessions"}""");
        submitted.Status.Should().Be(201);
        return submitted.Text("id")!;
    }

    public async Task<string> RegisterAsync(string number)
    {
        var id = await SubmitAsync();
        (await PostAsync($"/{id}/receipt", SurfaceHost.Clerk, $$"""{"number":"{{number}}"}""")).Status.Should().Be(200);
        await FollowAsync(id);
        return id;
    }

    public Task<SurfaceHost.Answer> PostAsync(string address, PersonId person, string json) =>
        surface.PostAsync($"/api/qj/suggestions{address}", person, json, request =>
        {
            request.Headers.Remove("Idempotency-Key");
            request.Headers.Add("Idempotency-Key", $"suggestion-{Interlocked.Increment(ref keys)}");
        });

    /// <summary>What the queue would bring about.</summary>
    public async Task FollowAsync(string id)
    {
        foreach (var follower in surface.Services.GetServices<IOnChange>())
            await follower.StreamChangedAsync(new StreamId(new CongressId("qj"), "suggestion", id), CancellationToken.None);
    }

    /// <summary>The ids on the first page of a list.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string list, PersonId person)
    {
        var page = await surface.GetAsync($"/api/qj/suggestions?list={list}", person);
        page.Status.Should().Be(200);
        return [.. JsonNode.Parse(page.Body)!["suggestions"]!.AsArray().Select(row => row!["id"]!.GetValue<string>())];
    }
}
