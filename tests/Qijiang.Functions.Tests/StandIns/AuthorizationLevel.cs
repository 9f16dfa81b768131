namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the worker's own: which key the host asks for.</summary>
public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
