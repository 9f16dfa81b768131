using FluentAssertions;
using Xunit;
using static Qijiang.Backend.Tests.Ballots.BallotHouse;

namespace Qijiang.Backend.Tests.Ballots;

public sealed class VotingRightsTests
{
    [Fact]
    public async Task One_right_is_made_for_each_place_and_given_again_when_asked_again()
    {
        var house = InMemory();

        var first = await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);
        var second = await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);

        first.Distinct().Should().HaveCount(5);
        second.Should().Equal(first);
        first.Select(right => right.Value).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyContain(right => right.Length == 32);
    }

    [Fact]
    public async Task Several_who_issue_at_once_give_the_same_rights()
    {
        var house = InMemory();
        var roll = Enumerable.Range(0, 250).Select(i => new Core.Congresses.PersonId($"deputy-{i:000}")).ToList();

        var issued = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.Rights.IssueAsync(Congress, Poll, roll, CancellationToken.None))));

        issued.Should().OnlyContain(rights => rights == issued[0]);
    }

    [Fact]
    public async Task A_roll_fixed_anew_keeps_the_rights_of_those_who_stay()
    {
        var house = InMemory();
        var before = await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);

        var after = await house.Rights.IssueAsync(Congress, Poll, [.. Deputies.Skip(1)], CancellationToken.None);

        after.Should().HaveCount(4).And.BeSubsetOf(before);
    }

    [Fact]
    public async Task A_deputys_right_is_one_of_the_roll_and_another_in_another_poll()
    {
        var house = InMemory();
        var issued = await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);
        await house.Rights.IssueAsync(Congress, new("poll-2028"), Deputies, CancellationToken.None);

        var right = await house.Rights.RightOfAsync(Congress, Poll, Deputies[2], Deputies, CancellationToken.None);
        var other = await house.Rights.RightOfAsync(Congress, new("poll-2028"), Deputies[2], Deputies, CancellationToken.None);

        issued.Should().Contain(right!.Value);
        other.Should().NotBe(right).And.NotBeNull();
        (await house.Rights.RightOfAsync(Congress, Poll, Deputies[2], [Deputies[0]], CancellationToken.None)).Should().BeNull("that deputy has not signed in");
    }

    [Fact]
    public async Task Forgotten_links_are_gone_for_good()
    {
        var house = InMemory();
        await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);

        await house.Rights.ForgetAsync(Congress, Poll, CancellationToken.None);
        await house.Rights.ForgetAsync(Congress, Poll, CancellationToken.None);

        (await house.Rights.RightOfAsync(Congress, Poll, Deputies[0], Deputies, CancellationToken.None)).Should().BeNull();
    }
}
