using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Sqlite;

/// <summary>One row in one transaction, by the caller itself: no queue, no other thread. For one caller.</summary>
internal sealed class BareTransaction : Subject
{
    private readonly BareFile file = new();
    private readonly Action insert;

    private BareTransaction(byte[] data) => insert = file.InsertOf(data);

    /// <summary>Opens it.</summary>
    public static Task<Subject> OpenAsync(int bytes) => Task.FromResult<Subject>(new BareTransaction(new byte[bytes]));

    /// <inheritdoc/>
    public override Task DoAsync(int caller, int n)
    {
        insert();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}
