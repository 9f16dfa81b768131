using Xunit;

namespace Qijiang.Core.Tests;

/// <summary>A proof, whatever it is about.</summary>
public interface IProof
{
    /// <summary>Proves every requirement in every reachable state.</summary>
    /// <returns>The wishes that nothing ever comes of.</returns>
    IReadOnlyList<string> Holds(Action<string> writeLine);

    /// <summary>The requirement that catches a planted defect; null where none does.</summary>
    string? CaughtBy(string fault, Action<string> writeLine);

    /// <summary>The requirements that no planted defect breaks.</summary>
    IReadOnlyList<string> NeverBroken();

    /// <summary>Every planted defect with the requirement that has to catch it.</summary>
    TheoryData<string, string> Table();
}
