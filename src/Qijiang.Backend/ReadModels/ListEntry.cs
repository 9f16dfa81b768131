namespace Qijiang.Backend.ReadModels;

/// <summary>One row of one list.</summary>
/// <param name="Question">The question that the list answers, within its congress: <c>suggestions|agency|water</c>, <c>due</c>.</param>
/// <param name="Key">The row's key: the sort value, then the id.</param>
/// <param name="Data">What the list shows of it, as JSON; masked where it is personal.</param>
public sealed record ListEntry(string Question, string Key, ReadOnlyMemory<byte> Data);
