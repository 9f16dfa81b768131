using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>What is owed to a citizen, above all for a report of wrongdoing, shows to those alone who may see the opinion.</summary>
[Collection(SurfaceTests.Name)]
public sealed class SealedObligationTests(SurfaceHost surface)
{
    private const string Obligations = "/api/qj/obligations";
    private static readonly PersonId _intake = SurfaceHost.Only(Office.IntakeClerk);
    private static int keys;

    [Fact]
    public async Task What_is_owed_for_a_sealed_report_is_read_by_intake_alone()
    {
        var report = await TakeInAsync("Wrongdoing");

        (await BodyOfAsync($"{Obligations}?list=sealed", _intake)).Should().Contain(report);
        (await BodyOfAsync($"{Obligations}?list=opinions", SurfaceHost.Clerk)).Should().NotContain(report);
        (await BodyOfAsync(Obligations, SurfaceHost.Clerk)).Should().NotContain(report);
        (await surface.GetAsync($"{Obligations}?list=sealed", SurfaceHost.Clerk)).Problem.Should().Be((400, "request.field-malformed", "list"));
    }

    [Fact]
    public async Task What_is_owed_for_another_opinion_is_read_by_intake_and_desk_and_says_not_who_wrote()
    {
        var opinion = await TakeInAsync("Suggestion");

        foreach (var (person, address) in ((PersonId, string)[])[(_intake, Obligations), (SurfaceHost.Clerk, $"{Obligations}?list=opinions")])
            (await BodyOfAsync(address, person)).Should().Contain(opinion).And.NotContain("owedTo");
        (await BodyOfAsync(Obligations, SurfaceHost.Clerk)).Should().NotContain(opinion);
    }

    [Fact]
    public async Task Intake_lists_the_sealed_reports_and_the_desk_does_not()
    {
        var report = await TakeInAsync("Wrongdoing");

        (await BodyOfAsync("/api/qj/opinions?sealed=true", _intake)).Should().Contain(report);
        (await BodyOfAsync("/api/qj/opinions", _intake)).Should().NotContain(report);
        (await surface.GetAsync("/api/qj/opinions?sealed=true", SurfaceHost.Clerk)).Problem.Should().Be((403, "office.not-held", null));
    }

    private async Task<string> TakeInAsync(string kind)
    {
        var number = (await PostAsync("/api/qj/opinions", SurfaceHost.Citizen, """{"words":"路灯不亮，有人摔了跤。"}""")).Text("number")!;
        (await PostAsync($"/api/qj/opinions/{number}/kind", _intake, $$"""{"kind":"{{kind}}","district":"d-1"}""")).Status.Should().Be(200);
        foreach (var follower in surface.Services.GetServices<IOnChange>())
            await follower.StreamChangedAsync(new StreamId(new CongressId("qj"), "opinion", number), CancellationToken.None);
        return number;
    }

    private Task<SurfaceHost.Answer> PostAsync(string address, PersonId person, string json) => surface.PostAsync(address, person, json, request =>
    {
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add("Idempotency-Key", $"opinion-{Interlocked.Increment(ref keys)}");
    });

    private async Task<string> BodyOfAsync(string address, PersonId person)
    {
        var answer = await surface.GetAsync(address, person);
        answer.Status.Should().Be(200);
        return answer.Body;
    }
}
