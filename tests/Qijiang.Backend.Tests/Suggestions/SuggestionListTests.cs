using FluentAssertions;
using Qijiang.Backend.Suggestions;
using Qijiang.Backend.Tests.Http;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Suggestions;

/// <summary>Which lists of suggestions an office reads.</summary>
[Collection(SurfaceTests.Name)]
public sealed class SuggestionListTests(SurfaceHost surface)
{
    private readonly SuggestionDoors doors = new(surface);

    [Fact]
    public async Task A_deputy_reads_what_is_registered_and_what_is_his_own()
    {
        var (registered, submitted) = (await doors.RegisterAsync("第21号"), await doors.SubmitAsync());
        await doors.FollowAsync(submitted);

        (await doors.ListAsync("registered", SuggestionDoors.Deputy)).Should().Contain(registered).And.NotContain(submitted);
        (await doors.ListAsync("mine", SuggestionDoors.Deputy)).Should().Contain([registered, submitted]);
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("all")]
    public async Task The_desks_lists_are_not_a_deputys(string list) =>
        (await surface.GetAsync($"/api/qj/suggestions?list={list}", SuggestionDoors.Deputy)).Problem.Should().Be((400, "request.field-malformed", "list"));

    [Fact]
    public void Each_coordinating_office_has_a_list_of_its_own() =>
        SuggestionView.Coordinating(new BodyId("government-office")).Should().Be("suggestions|coordinating|government-office");
}
