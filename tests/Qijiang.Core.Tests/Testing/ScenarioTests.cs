using FluentAssertions;
using Qijiang.Core.Suggestions;
using Qijiang.Testing;
using Xunit;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Testing;

/// <summary>A scenario that should fail fails, and says why.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public void Another_event_fails() => Failing(() => AwaitingAssignment.When(Assignment).Then(new Event.Assigned(City, ByDesk))).Should().Contain("city-management").And.Contain("coordinating-office");

    [Fact]
    public void An_event_too_many_fails() => Failing(() => AwaitingAssignment.When(Assignment).ThenNothing()).Should().Contain("Assigned");

    [Fact]
    public void A_refusal_fails_where_an_event_was_expected() => Failing(() => NotSubmitted.When(Assignment).Then()).Should().Contain("suggestion.out-of-turn");

    [Fact]
    public void Another_refusal_fails() => Failing(() => NotSubmitted.When(Assignment).ThenRefused<TooEarly>()).Should().Contain("TooEarly").And.Contain("suggestion.out-of-turn");

    [Fact]
    public void An_event_fails_where_a_refusal_was_expected() => Failing(() => AwaitingAssignment.When(Assignment).ThenRefused<TooEarly>()).Should().Contain("Assigned");

    [Fact]
    public void Another_state_fails() => Failing(() => AwaitingAssignment.When(Assignment).ThenStands(s => s is Suggestion.InHand)).Should().Contain("WithCoordinatingOffice");

    [Fact]
    public void Why_it_was_refused_can_be_asked_for_without_failing()
    {
        NotSubmitted.When(Assignment).Refusal!.Code.Should().Be("suggestion.out-of-turn");
        AwaitingAssignment.When(Assignment).Refusal.Should().BeNull();
    }

    [Fact]
    public void A_beginning_is_shared_by_many_stories()
    {
        var story = AwaitingAssignment;
        story.GivenDone(Assignment).History.Count.Should().Be(story.History.Count + 1);
        story.When(Assignment).ThenStands(s => s is Suggestion.WithCoordinatingOffice).Should().NotBe(story.State);
    }

    private static string Failing(Action story) => story.Should().Throw<ScenarioFailedException>().Which.Message;
}
