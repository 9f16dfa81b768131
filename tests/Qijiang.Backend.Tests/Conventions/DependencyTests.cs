using System.Reflection;
using FluentAssertions;
using Qijiang.Core;
using Xunit;

namespace Qijiang.Backend.Tests.Conventions;

/// <summary>Dependencies point one way: hosts, engines and channels, Backend, Core.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly _core = typeof(Refusal).Assembly, _backend = typeof(BackendServices).Assembly;

    [Fact]
    public void Core_knows_only_NodaTime() =>
        ReferencesOf(_core).Where(name => !name.StartsWith("System", StringComparison.Ordinal)).Should().BeSubsetOf(["NodaTime", "netstandard"]);

    [Fact]
    public void Core_does_no_IO_and_no_networking() =>
        ReferencesOf(_core).Should().NotContain(name => name.StartsWith("System.Net", StringComparison.Ordinal) || name == "System.IO.FileSystem" || name == "System.Console");

    [Fact]
    public void Backend_knows_no_engine_no_cloud_and_no_channel() =>
        ReferencesOf(_backend).Should().NotContain(name =>
            name.StartsWith("Azure", StringComparison.Ordinal) || name.StartsWith("Microsoft.Azure", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || name.Contains("WeChat", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Backend_knows_of_ours_only_Core() => ReferencesOf(_backend).Where(name => name.StartsWith("Qijiang", StringComparison.Ordinal)).Should().Equal("Qijiang.Core");

    /// <summary>The domain does not know the word; Channel is where it is named, because it is stored.</summary>
    [Fact]
    public void No_type_of_Core_speaks_of_a_channels_product() =>
        _core.GetTypes().Where(type => type.Name.Contains("WeChat", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();

    [Theory]
    [InlineData("Helpers")]
    [InlineData("Utils")]
    [InlineData("Common")]
    [InlineData("Services")]
    [InlineData("Models")]
    [InlineData("Shared")]
    public void No_namespace_is_a_drawer_for_everything(string drawer) =>
        _core.GetTypes().Concat(_backend.GetTypes()).Where(type => type.Namespace?.Split('.').Contains(drawer) == true).Should().BeEmpty();

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!).Order(StringComparer.Ordinal);
}
