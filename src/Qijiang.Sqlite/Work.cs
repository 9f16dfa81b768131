namespace Qijiang.Sqlite;

/// <summary>Something that the writer does within a transaction that it may share with others.</summary>
internal abstract class Work
{
    /// <summary>Does it. May be asked again, in another transaction, where this one was rolled back.</summary>
    public abstract void Execute(WriterConnection writer);

    /// <summary>Tells the caller, once the transaction is durable.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells the caller that it did not happen.</summary>
    public abstract void Fail(Exception why);
}

/// <summary>Work with an answer.</summary>
/// <param name="execute">What to do.</param>
/// <param name="after">What the writer does once it is durable, before the caller is told; quick, and never failing.</param>
internal sealed class Work<T>(Func<WriterConnection, T> execute, Action<T>? after) : Work
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override void Execute(WriterConnection writer) => result = execute(writer);

    public override void Acknowledge()
    {
        after?.Invoke(result!);
        answer.SetResult(result!);
    }

    public override void Fail(Exception why) => answer.SetException(why);
}
