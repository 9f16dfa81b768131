using FluentAssertions;
using Qijiang.Core.Suggestions;
using Xunit;

namespace Qijiang.Core.Tests.Conventions;

/// <summary>The law as a proof: no decider without one.</summary>
public sealed class LawTests
{
    [Fact]
    public void Every_decider_has_its_law_as_a_proof()
    {
        var deciders = typeof(Suggestion).Assembly.GetExportedTypes().SelectMany(t => t.GetProperties().Where(p => p.GetMethod!.IsStatic))
            .Select(p => p.PropertyType).Where(type => Is(type, typeof(Decider<,>))).Select(type => type.GetGenericArguments()[0]);
        var proved = typeof(LawTests).Assembly.GetTypes().Where(t => t.Name.EndsWith("Law", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic))
            .Select(f => f.FieldType).Where(type => Is(type, typeof(Proof<,,>))).Select(type => type.GetGenericArguments()[1]).Distinct();

        proved.Should().NotBeEmpty().And.BeEquivalentTo(deciders);
    }

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
}
