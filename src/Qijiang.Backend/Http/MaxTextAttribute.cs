namespace Qijiang.Backend.Http;

/// <summary>How long a text of a request may be, in UTF-16 code units, where that is not <see cref="TextLimits.Line"/>.</summary>
/// <param name="length">The most.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MaxTextAttribute(int length) : Attribute
{
    /// <summary>The most.</summary>
    public int Length => length;
}
