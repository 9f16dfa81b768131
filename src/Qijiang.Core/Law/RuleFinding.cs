namespace Qijiang.Core.Law;

/// <summary>What is wrong in a rule set's file, and where.</summary>
/// <param name="File">The file.</param>
/// <param name="Entry">The entry, by key and id as far as they can be read, and its place in the list; null for the file as a whole.</param>
/// <param name="Field">The field at fault, by its JSON name; null where the entry as a whole is.</param>
/// <param name="Problem">What is wrong, for the one who wrote the file.</param>
public sealed record RuleFinding(string File, string? Entry, string? Field, string Problem)
{
    /// <summary>In one line: file, entry, field, problem.</summary>
    public override string ToString() => string.Join(": ", new[] { File, Entry, Field, Problem }.Where(part => part is not null));
}
