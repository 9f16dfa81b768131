using FluentAssertions;
using Qijiang.Core.Law;
using Xunit;

namespace Qijiang.Core.Tests.Law;

/// <summary>docs/rules.md says what the catalogue says.</summary>
public sealed class RulesDocumentTests
{
    // The layers of the land first, then the regions to choose from.
    private static readonly string[] _order = ["national", "chongqing", "qijiang"];

    [Fact]
    public void The_document_is_what_the_catalogue_says()
    {
        var received = RulesDocument.Write([.. _order.Concat(RuleSet.PresetNames.Except(_order)).Select(name => (name, RuleSet.Preset(name)))]);
        var file = Path.Combine(AppContext.BaseDirectory, "docs", "rules.md");
        var renewed = Path.ChangeExtension(file, ".received.md");
        File.WriteAllText(renewed, received);

        (File.ReadAllText(file) == received).Should().BeTrue("docs/rules.md is stale: look at what changed, then copy {0} over it", renewed);
    }
}
