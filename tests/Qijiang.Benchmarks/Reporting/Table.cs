namespace Qijiang.Benchmarks.Reporting;

/// <summary>A Markdown table.</summary>
/// <param name="headings">Its columns.</param>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row, a cell for each column.</summary>
    public void Add(params string[] cells) =>
        rows.Add(cells.Length == headings.Length ? cells : throw new ArgumentException($"{headings.Length} cells, please.", nameof(cells)));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', new[] { headings, [.. headings.Select(_ => "---")] }.Concat(rows).Select(cells => $"| {string.Join(" | ", cells)} |"));
}
