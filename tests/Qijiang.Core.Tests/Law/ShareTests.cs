using CsCheck;
using FluentAssertions;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Law;

public sealed class ShareTests
{
    private static readonly Share _twoThirds = new(2, 3, Inclusive: true);
    private static readonly Share _moreThanHalf = new(1, 2, Inclusive: false);

    [Theory]
    [InlineData(259, 287, true)]                                           // the dossier's reference calculation
    [InlineData(192, 287, true)]
    [InlineData(191, 287, false)]
    [InlineData(200, 300, true)]                                           // exactly two thirds are enough
    [InlineData(76, 113, true)]
    [InlineData(75, 113, false)]
    [InlineData(0, 0, true)]
    public void At_least_two_thirds_includes_exactly_two_thirds(int present, int inOffice, bool met) => _twoThirds.IsMetBy(present, inOffice).Should().Be(met);

    [Theory]
    [Trait("rule", "CAL-08")]
    [InlineData(144, 287, true)]
    [InlineData(143, 287, false)]
    [InlineData(150, 300, false)]                                          // exactly half fails
    [InlineData(151, 300, true)]
    [InlineData(0, 0, false)]
    public void More_than_half_excludes_exactly_half(int yes, int inOffice, bool met) => _moreThanHalf.IsMetBy(yes, inOffice).Should().Be(met);

    [Fact]
    public void The_fewest_that_are_enough_are_enough_and_one_fewer_is_not() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 9], Gen.Bool, Gen.Int[1, int.MaxValue]).Sample((numerator, more, inclusive, of) =>
        {
            var share = new Share(numerator, numerator + more, inclusive);
            if (!inclusive && more == 0) return;                           // more than all of them: nothing is enough
            var fewest = share.FewestOf(of);
            share.IsMetBy(fewest, of).Should().BeTrue();
            share.IsMetBy(fewest - 1, of).Should().BeFalse();
        });

    [Fact]
    public void The_thresholds_of_the_reference_calculation() => (_twoThirds.FewestOf(287), _moreThanHalf.FewestOf(287)).Should().Be((192, 144));
}
