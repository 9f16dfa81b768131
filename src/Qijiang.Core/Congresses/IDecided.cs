namespace Qijiang.Core.Congresses;

/// <summary>An act by decision of a body. It is dated as its document is.</summary>
public interface IDecided
{
    /// <summary>What was decided, by whom, when.</summary>
    Decision Decision { get; }
}
