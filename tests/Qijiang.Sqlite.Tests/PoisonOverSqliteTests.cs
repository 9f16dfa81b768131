using Microsoft.Extensions.Time.Testing;
using Qijiang.Storage.Contracts;

namespace Qijiang.Sqlite.Tests;

public sealed class PoisonOverSqliteTests : PoisonSuite
{
    private readonly FakeTimeProvider time = new();

    protected override Task<StorageEngine> CleanStore() => Task.FromResult(TemporaryDatabase.Engine(time));

    protected override Task Advance(TimeSpan by)
    {
        time.Advance(by);
        return Task.CompletedTask;
    }
}
