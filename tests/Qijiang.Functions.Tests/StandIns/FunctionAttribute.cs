namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the worker's own: marks a function and names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
