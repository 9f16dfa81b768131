using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Suggestions;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;
using Qijiang.Core.Suggestions;
using Xunit;

namespace Qijiang.Backend.Tests.Suggestions;

/// <summary>One suggestion is merged into another that is there and goes on, and that one knows of it (SUG-11).</summary>
[Collection(SurfaceTests.Name)]
public sealed class MergerTests(SurfaceHost surface)
{
    private readonly SuggestionDoors doors = new(surface);

    [Fact]
    public async Task What_it_is_merged_into_takes_it_in_once()
    {
        var (into, merged) = (await doors.RegisterAsync("第1号"), await doors.RegisterAsync("第2号"));

        (await MergeAsync(merged, into)).Status.Should().Be(200);
        await doors.FollowAsync(merged);
        await doors.FollowAsync(merged);

        var target = await surface.Services.GetRequiredService<SuggestionUseCases>().StateAsync(new CongressId("qj"), new SuggestionId(into), CancellationToken.None);
        target.Should().BeOfType<Suggestion.AwaitingAssignment>().Which.Dossier.Merged.Should().Equal(new TakenIn(new(merged), [SuggestionDoors.Deputy]));
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_is_not_there_or_not_registered()
    {
        var (merged, submitted) = (await doors.RegisterAsync("第3号"), await doors.SubmitAsync());

        (await MergeAsync(merged, "JY-99999-99999")).Problem.Should().Be((422, "suggestion.merges-into-nothing", "into"));
        (await MergeAsync(merged, submitted)).Problem.Should().Be((422, "suggestion.merges-into-nothing", "into"));
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_was_merged_itself()
    {
        var (first, second, third) = (await doors.RegisterAsync("第4号"), await doors.RegisterAsync("第5号"), await doors.RegisterAsync("第6号"));
        (await MergeAsync(second, first)).Status.Should().Be(200);

        (await MergeAsync(third, second)).Problem.Should().Be((422, "suggestion.merges-into-nothing", "into"));
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_has_been_answered()
    {
        var (into, merged) = (await doors.RegisterAsync("第7号"), await doors.RegisterAsync("第8号"));
        (await doors.PostAsync($"/{into}/agencies", SurfaceHost.Clerk, $$"""{"parts":[{"agency":"water","role":"Lead"}],"decision":{{SuggestionDoors.Decision}}}""")).Status.Should().Be(200);
        (await doors.PostAsync($"/{into}/handlings/water/contacts", SurfaceHost.AgencyClerk, """{"phase":"Before","manner":"Visit","note":"面商"}""")).Status.Should().Be(200);
        (await doors.PostAsync($"/{into}/handlings/water/reply", SurfaceHost.Only(Office.AgencyPrincipal), $$"""
            {"text":"列入明年计划。","signedBy":"{{SurfaceHost.Only(Office.AgencyPrincipal)}}","class":{"scheme":"chongqing-abcd","code":"B","text":"列入计划逐步解决"},"promises":[{"item":"改造路灯","by":"2027-06-30"}]}
            """)).Status.Should().Be(200);

        (await MergeAsync(merged, into)).Problem.Should().Be((422, "suggestion.answered-already", "into"));
    }

    [Fact]
    public async Task The_desks_own_acts_are_entered_for_nobody()
    {
        var submitted = await doors.SubmitAsync();

        var answer = await doors.PostAsync($"/{submitted}/receipt", SurfaceHost.Clerk, $$"""{"number":"第9号","onBehalfOf":"{{SuggestionDoors.Deputy}}","channel":"Paper"}""");

        answer.Problem.Should().Be((422, "act.principal-holds-no-office", "onBehalfOf"));
    }

    private Task<SurfaceHost.Answer> MergeAsync(string suggestion, string into) =>
        doors.PostAsync($"/{suggestion}/merger", SurfaceHost.Clerk, $$"""{"into":"{{into}}","decision":{{SuggestionDoors.Decision}}}""");
}
