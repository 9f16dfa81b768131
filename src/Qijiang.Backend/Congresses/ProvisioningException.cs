namespace Qijiang.Backend.Congresses;

/// <summary>A plan that can't be carried out; names the line and the reason.</summary>
public sealed class ProvisioningException : Exception
{
    /// <summary>Names line and reason.</summary>
    /// <param name="message">Which line, why.</param>
    public ProvisioningException(string message) : base(message) { }

    /// <summary>For serializers only.</summary>
    public ProvisioningException() { }

    /// <summary>With what was behind it.</summary>
    /// <param name="message">Which line, why.</param>
    /// <param name="innerException">What was behind it.</param>
    public ProvisioningException(string message, Exception innerException) : base(message, innerException) { }
}
