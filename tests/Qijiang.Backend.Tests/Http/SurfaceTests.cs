using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>Tests over one surface, one after the other: what is counted and what is timed is theirs alone.</summary>
[CollectionDefinition(Name)]
public sealed class SurfaceTests : ICollectionFixture<SurfaceHost>
{
    public const string Name = "surface";
}
