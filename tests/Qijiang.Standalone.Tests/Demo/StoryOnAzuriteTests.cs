using Qijiang.Azurite;
using Xunit;

namespace Qijiang.Standalone.Tests.Demo;

public sealed class StoryOnAzuriteTests(StoryOnAzuriteTests.Story story) : StorySuite(story), IClassFixture<StoryOnAzuriteTests.Story>
{
    public sealed class Story : PlayedStory
    {
        protected override async Task<string?> AzureConnectionAsync() => (await AzuriteServer.SharedAsync()).ConnectionString;
    }
}
