namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the worker's own.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, null!)
    {
    }

    public string? Route { get; set; }

    public string[]? Methods { get; } = methods;

    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
