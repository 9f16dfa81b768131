using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Qijiang.Core.Tests;

/// <summary>What every law is asked: whether it holds, whether it would notice if it did not, and what is granted to nobody.</summary>
/// <typeparam name="TLaw">The law.</typeparam>
public abstract class ProvedLaw<TLaw>(ITestOutputHelper output) where TLaw : ILaw
{
    public static TheoryData<string, string> Faults => TLaw.Proof.Table();

    [Fact]
    public void Holds_in_every_reachable_state() => TLaw.Proof.Holds(output.WriteLine).Should().BeEquivalentTo(TLaw.NeverGranted);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Catches_every_planted_fault_by_the_requirement_meant(string fault, string rule) => TLaw.Proof.CaughtBy(fault, output.WriteLine).Should().Be(rule);

    [Fact]
    public void Every_requirement_can_be_broken() => TLaw.Proof.NeverBroken().Should().BeEmpty();
}
