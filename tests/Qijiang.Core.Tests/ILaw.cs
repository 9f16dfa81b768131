namespace Qijiang.Core.Tests;

/// <summary>The law of one decider, for <see cref="ProvedLaw{TLaw}"/>.</summary>
public interface ILaw
{
    /// <summary>Its proof.</summary>
    static abstract IProof Proof { get; }

    /// <summary>The wishes that are refused in every state.</summary>
    static abstract IEnumerable<string> NeverGranted { get; }
}
