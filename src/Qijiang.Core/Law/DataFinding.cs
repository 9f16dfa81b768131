namespace Qijiang.Core.Law;

/// <summary>What is wrong in a data file (a rule set, a holiday notice), and where.</summary>
/// <param name="File">The file.</param>
/// <param name="Entry">The entry: its place in the list, and what it is as far as that can be read; null for the file as a whole.</param>
/// <param name="Field">The field at fault, by its JSON name; null where the entry as a whole is.</param>
/// <param name="Problem">What is wrong, for the one who wrote the file.</param>
public sealed record DataFinding(string File, string? Entry, string? Field, string Problem)
{
    /// <summary>The place of the field in the file, such as <c>items[1].makeUp</c>; null where the file as a whole is at fault.</summary>
    public string? Path => Entry?.Split(' ')[0] is { } place && place.EndsWith(']') ? string.Join('.', new[] { place, Field }.Where(part => part is not null)) : Field;

    /// <summary>In one line: file, entry, field, problem.</summary>
    public override string ToString() => string.Join(": ", new[] { File, Entry, Field, Problem }.Where(part => part is not null));
}
