using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

public sealed class StoryOnSqliteTests(StoryOnSqliteTests.Story story) : StorySuite(story), IClassFixture<StoryOnSqliteTests.Story>
{
    public sealed class Story : PlayedStory
    {
        protected override Task<string?> AzureConnectionAsync() => Task.FromResult<string?>(null);
    }
}
