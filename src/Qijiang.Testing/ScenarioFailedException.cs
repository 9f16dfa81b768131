namespace Qijiang.Testing;

/// <summary>A scenario did not end as it should. Any test framework shows it as a failed test.</summary>
/// <param name="message">What was expected and what happened.</param>
public sealed class ScenarioFailedException(string message) : Exception(message);
