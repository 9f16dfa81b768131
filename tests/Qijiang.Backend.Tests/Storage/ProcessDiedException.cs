namespace Qijiang.Backend.Tests.Storage;

/// <summary>The process is gone: nothing after this happens.</summary>
public sealed class ProcessDiedException : Exception
{
    public ProcessDiedException() : base("the process died here") { }

    public ProcessDiedException(string message) : base(message) { }

    public ProcessDiedException(string message, Exception innerException) : base(message, innerException) { }
}
