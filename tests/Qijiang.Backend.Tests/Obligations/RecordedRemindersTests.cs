using FluentAssertions;
using NodaTime;
using Qijiang.Backend.Obligations;
using Qijiang.Core.Obligations;
using Xunit;

namespace Qijiang.Backend.Tests.Obligations;

/// <summary>What was recorded before the ledger kept the last day is of the day that held then.</summary>
public sealed class RecordedRemindersTests
{
    private static readonly LocalDate _first = new(2027, 2, 9), _second = new(2027, 2, 12);
    private static readonly LedgerRow _early = new("early", Audience.Owing, new(2026, 12, 1), new(2026, 12, 1));
    private static readonly LedgerRow _leader = new("last-day", Audience.ChairsMeeting, _first, _first, "qj|suggestion|s-1");
    private static readonly DecisionRow _approved = new("last-day", Audience.ChairsMeeting, true, "已沟通", new("clerk"), _first, "c-1");

    [Fact]
    public void While_the_day_has_not_moved_it_is_of_this_one()
    {
        var recorded = new RecordedReminders([_early, _leader], [_approved]).For(_first);
        recorded.Steps.Should().BeEquivalentTo("early", "last-day");
        recorded.Waiting.Should().BeEmpty();
        recorded.Told().Should().BeEquivalentTo([(Audience.Owing, false), (Audience.ChairsMeeting, true)]);
    }

    [Fact]
    public void Once_it_has_moved_it_is_of_the_day_before()
    {
        var moved = new LedgerRow("moved:c-2", Audience.Owing, new(2026, 12, 5), new(2026, 12, 5), null, _second, _first);
        var recorded = new RecordedReminders([_early, _leader, moved], [_approved]);
        recorded.For(_first).Steps.Should().BeEquivalentTo("early", "last-day");
        recorded.For(_second).Steps.Should().Equal("moved:c-2");
        recorded.For(_second).Decisions.Should().BeEmpty();
    }

    [Fact]
    public void What_waits_or_was_dropped_was_told_to_nobody()
    {
        new RecordedReminders([_leader], []).Told().Should().BeEmpty();
        new RecordedReminders([_leader], [_approved with { Approved = false }]).Told().Should().BeEmpty();
    }
}
