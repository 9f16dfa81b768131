namespace Qijiang.Core.Law;

/// <summary>How well a value is founded. In the files: <c>T</c>, <c>T-p</c>, <c>R</c>, <c>I</c>.</summary>
public enum Confidence
{
    /// <summary>T: read in the text of the statute or document.</summary>
    Read,

    /// <summary>T-p: read in a text of which only a part could be read.</summary>
    ReadInPart,

    /// <summary>R: recalled, or a reading in practice; not read again.</summary>
    Recalled,

    /// <summary>I: inferred, or a default where the law is silent. A congress's own set may say otherwise.</summary>
    Inferred,
}
