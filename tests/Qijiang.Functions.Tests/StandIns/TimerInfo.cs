namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the worker's own.</summary>
public class TimerInfo
{
    public bool IsPastDue { get; set; }
}
