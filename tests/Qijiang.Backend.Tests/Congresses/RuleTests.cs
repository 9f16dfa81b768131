using FluentAssertions;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

/// <summary>The norms of the catalogue that no rule of Core can hold: where keys and ballots are. The others stand in Core's StatusTests.</summary>
public sealed class RuleTests
{
    [Fact]
    public void What_is_active_and_not_Cores_has_a_test_that_names_it()
    {
        var tested = typeof(RuleTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributesData())
            .Where(data => data.AttributeType == typeof(TraitAttribute) && data.ConstructorArguments is [{ Value: "rule" }, _]).Select(data => (string)data.ConstructorArguments[1].Value!).ToList();

        tested.Should().BeEquivalentTo("ARC-03", "ARC-06", "ARC-07");
        tested.Should().BeSubsetOf(RuleSet.Preset("national").Catalogue.Where(entry => entry.PlannedFor is null).Select(entry => entry.Ref.Id));
    }
}
