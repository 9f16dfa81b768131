namespace Qijiang.Core;

/// <summary>An id that is a text. Its text is what is stored and what stands in addresses.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The text of the id: 1 to 100 characters of a–z, A–Z, 0–9, '-', '_', '.' or ':'.</summary>
    string Value { get; }

    /// <summary>Makes the id from its text. The text is not checked here; <see cref="TextId.IsWellFormed"/> does that at the edge.</summary>
    /// <param name="value">The text of the id.</param>
    static abstract TSelf From(string value);
}
